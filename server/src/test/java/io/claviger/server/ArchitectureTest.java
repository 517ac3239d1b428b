package io.claviger.server;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.claviger.server.road.Road;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house as ARCHITECTURE.md draws it: nothing imports upward, nothing goes in circles. */
class ArchitectureTest {

    private static final List<String> MODULES = List.of(
            "sigv4", "policy", "iam", "storage", "wire", "operations", "server", "profiles", "powershell", "cmdlets");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.claviger");

    private static String in(String module) {
        return "io.claviger." + module + "..";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sigv4",
                "policy",
                "iam",
                "storage",
                "wire",
                "operations",
                "server",
                "profiles",
                "powershell",
                "cmdlets"
            })
    void moduleIsThereToBeChecked(String module) {
        assertThat(HOUSE.stream().filter(resideInAnyPackage(in(module)))).hasSizeGreaterThan(5);
    }

    @Test
    void arrowsBetweenModulesAreTheOnesDrawn() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.claviger..")
                .layer("server")
                .definedBy(in("server"))
                .layer("cmdlets")
                .definedBy(in("cmdlets"))
                .layer("powershell")
                .definedBy(in("powershell"))
                .layer("operations")
                .definedBy(in("operations"))
                .layer("storage")
                .definedBy(in("storage"))
                .layer("wire")
                .definedBy(in("wire"))
                .layer("sigv4")
                .definedBy(in("sigv4"))
                .layer("iam")
                .definedBy(in("iam"))
                .layer("policy")
                .definedBy(in("policy"))
                .layer("profiles")
                .definedBy(in("profiles"))
                .whereLayer("server")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cmdlets")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cmdlets")
                .mayOnlyAccessLayers("powershell", "profiles")
                .whereLayer("powershell")
                .mayOnlyBeAccessedByLayers("cmdlets")
                .whereLayer("powershell")
                .mayNotAccessAnyLayer()
                .whereLayer("profiles")
                .mayOnlyBeAccessedByLayers("server", "cmdlets")
                .whereLayer("profiles")
                .mayNotAccessAnyLayer()
                .whereLayer("operations")
                .mayOnlyBeAccessedByLayers("server")
                .whereLayer("storage")
                .mayOnlyBeAccessedByLayers("server")
                .whereLayer("wire")
                .mayOnlyBeAccessedByLayers("server")
                .whereLayer("sigv4")
                .mayOnlyBeAccessedByLayers("server")
                .whereLayer("iam")
                .mayOnlyBeAccessedByLayers("server", "operations", "storage")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("server", "operations", "iam")
                .check(HOUSE);
    }

    @Test
    void everyClassBelongsToAModule() {
        classes()
                .should()
                .resideInAnyPackage(MODULES.stream().map(ArchitectureTest::in).toArray(String[]::new))
                .check(HOUSE);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("io.claviger.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void policySigv4AndProfilesNeedNothingButTheJdk() {
        for (String module : List.of("policy", "sigv4", "profiles")) {
            onlyUses(module).check(HOUSE);
        }
    }

    private static ArchRule onlyUses(String module) {
        return classes()
                .that()
                .resideInAPackage(in(module))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(in(module), "java..", "javax.crypto..", "org.jspecify..");
    }

    @Test
    void powershellNeedsNothingButTheJdkAndAReaderOfJson() {
        classes()
                .that()
                .resideInAPackage(in("powershell"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(in("powershell"), "java..", "org.jspecify..", "tools.jackson.core..")
                .check(HOUSE);
    }

    @Test
    void wireNeedsNothingButTheModelClasses() {
        classes()
                .that()
                .resideInAPackage(in("wire"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(in("wire"), "java..", "org.jspecify..", "software.amazon.awssdk..")
                .check(HOUSE);
    }

    @Test
    void frameworksStayWhereTheyBelong() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("server"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.jetty..", "io.prometheus..", "org.apache.commons.cli..", "com.password4j..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage(in("storage"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "org.sqlite..", "org.flywaydb..", "com.google.crypto..", "java.sql..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.claviger.server.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..")
                .check(HOUSE);
    }

    @Test
    void onlyTheProgramsMeetTheSystem() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .and()
                .doNotHaveFullyQualifiedName("io.claviger.cmdlets.launch.Main")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "console");
        rule.check(HOUSE);
        assertThat(HOUSE.get(Main.class).getMethodCallsFromSelf().stream()
                        .map(call -> call.getTarget().getName()))
                .contains("systemUTC", "getenv", "exit", "console");
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
        List<String> packages = HOUSE.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .sorted()
                .toList();
        assertThat(packages).hasSizeGreaterThan(MODULES.size());
        assertThat(packages.stream()
                        .map(HOUSE::getPackage)
                        .filter(unmarked -> !unmarked.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName)
                        .collect(Collectors.toList()))
                .isEmpty();
    }

    @Test
    void guardAgainstCheckingNothing() {
        assertThat(HOUSE.stream().filter(alwaysTrue())).hasSizeGreaterThan(200);
        assertThat(HOUSE.contain(Road.class)).isTrue();
    }
}
