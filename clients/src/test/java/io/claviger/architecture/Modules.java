package io.claviger.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;

/** The modules, what each may import, and the classes of all of them without their tests. */
final class Modules {

    private Modules() {}

    /** Each module, and which others it may import. */
    static final Map<String, List<String>> MODULES = Map.ofEntries(
            Map.entry("embedded", List.of("server", "operations", "iam", "sigv4")),
            Map.entry("operations", List.of("access", "federation", "iam", "model", "policy")),
            Map.entry(
                    "server",
                    List.of("operations", "access", "federation", "storage", "wire", "sigv4", "iam", "profiles")),
            Map.entry("federation", List.of()),
            Map.entry("access", List.of("iam", "policy", "sigv4")),
            Map.entry("storage", List.of("iam")),
            Map.entry("cmdlets", List.of("corecmdlets", "model", "powershell", "profiles")),
            Map.entry("corecmdlets", List.of("powershell")),
            Map.entry("policycli", List.of("policy")),
            Map.entry("iam", List.of()),
            Map.entry("model", List.of()),
            Map.entry("wire", List.of("model")),
            Map.entry("sigv4", List.of()),
            Map.entry("policy", List.of()),
            Map.entry("powershell", List.of()),
            Map.entry("profiles", List.of()));

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // What modules lend of their tests comes in a jar, or in a folder, as far as the build has come.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.claviger");

    static String in(String module) {
        return "io.claviger." + module + "..";
    }
}
