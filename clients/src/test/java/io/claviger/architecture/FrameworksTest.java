package io.claviger.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.claviger.architecture.Modules.CLASSES;
import static io.claviger.architecture.Modules.MODULES;
import static io.claviger.architecture.Modules.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import io.claviger.server.Main;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Libraries and the system stay in the modules that they are for, and each package says what it is for. */
class FrameworksTest {

    @Test
    void policySigv4AndProfilesNeedNothingButTheJdk() {
        for (String module : List.of("policy", "sigv4", "profiles")) {
            onlyUses(module).check(CLASSES);
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
    void wireNeedsNothingButTheModelClasses() {
        classes()
                .that()
                .resideInAPackage(in("wire"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(in("wire"), "java..", "org.jspecify..", "software.amazon.awssdk..")
                .check(CLASSES);
    }

    @Test
    void frameworksStayWhereTheyBelong() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("server"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..", "io.prometheus..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.claviger.access.password..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.password4j..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(in("server"), in("policycli"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.cli..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(in("storage"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "org.sqlite..", "com.google.crypto..", "java.sql..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.claviger.server.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..")
                .check(CLASSES);
    }

    @Test
    void onlyTheProgramsMeetTheSystem() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .and()
                .doNotHaveFullyQualifiedName("io.claviger.cmdlets.launch.Main")
                .and()
                .doNotHaveFullyQualifiedName("io.claviger.policycli.Main")
                .and()
                .doNotHaveFullyQualifiedName("io.claviger.embedded.Claviger")
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
        rule.check(CLASSES);
        assertThat(CLASSES.get(Main.class).getMethodCallsFromSelf().stream()
                        .map(call -> call.getTarget().getName()))
                .contains("systemUTC", "getenv", "exit", "console");
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
        List<String> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .sorted()
                .toList();
        assertThat(packages).hasSizeGreaterThan(MODULES.size());
        assertThat(packages.stream()
                        .map(CLASSES::getPackage)
                        .filter(unmarked -> !unmarked.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName)
                        .collect(Collectors.toList()))
                .isEmpty();
    }
}
