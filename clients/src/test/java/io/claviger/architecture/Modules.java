package io.claviger.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The modules as ARCHITECTURE.md lists them, and the classes of all of them without their tests. */
final class Modules {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|([^|]*)\\| ");
    private static final Pattern NAME = Pattern.compile("`([^`]*)`");

    private Modules() {}

    /** The folder of each module, and those of the others that it may import, in the order of the page's table. */
    static final Map<String, List<String>> MODULES = read(Repository.text("ARCHITECTURE.md"));

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // What modules lend of their tests comes in a jar, or in a folder, as far as the build has come.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.claviger");

    private static Map<String, List<String>> read(String page) {
        Map<String, List<String>> modules = new LinkedHashMap<>();
        ROW.matcher(page).results().forEach(row -> modules.put(row.group(1), names(row.group(2))));
        return Collections.unmodifiableMap(modules);
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }

    /** The classes of a module or of a package of it, such as {@code core-cmdlets} or {@code operations.gate}. */
    static String in(String module) {
        return "io.claviger." + module.replace("-", "") + "..";
    }
}
