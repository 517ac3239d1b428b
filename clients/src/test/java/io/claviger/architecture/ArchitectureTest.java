package io.claviger.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.claviger.iam.store.Store;
import io.claviger.operations.account.SignUp;
import io.claviger.operations.issuer.IssuerKeys;
import io.claviger.operations.issuer.PublishedIssuers;
import io.claviger.server.Main;
import io.claviger.server.road.Road;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house as ARCHITECTURE.md draws it: nothing imports upward, nothing goes in circles. */
class ArchitectureTest {

    /** Each module, and which others it may import. */
    private static final Map<String, List<String>> MODULES = Map.ofEntries(
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

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.claviger");

    static Set<String> modules() {
        return MODULES.keySet();
    }

    private static String in(String module) {
        return "io.claviger." + module + "..";
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleImportsWhatItMayAndNothingElse(String module) {
        assertThat(HOUSE.stream().filter(resideInAnyPackage(in(module)))).hasSizeGreaterThan(2);
        noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(modules().stream()
                        .filter(other -> !other.equals(module))
                        .filter(other ->
                                !MODULES.getOrDefault(module, List.of()).contains(other))
                        .map(ArchitectureTest::in)
                        .toArray(String[]::new))
                .check(HOUSE);
    }

    @Test
    void everyClassBelongsToAModule() {
        classes()
                .should()
                .resideInAnyPackage(modules().stream().map(ArchitectureTest::in).toArray(String[]::new))
                .check(HOUSE);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("io.claviger.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    /** The circles of classes that there may be, each with its reason. */
    private static final Map<Set<String>, String> HONEST_CIRCLES = Map.of(
            Set.of("powershell.operator.Casts", "powershell.operator.Making"),
            "Making an object casts the values of its properties, and casting a table makes an object.",
            Set.of("powershell.value.ScriptMember", "powershell.value.ShellObject"),
            "An object has members that are scripts, and such a script is given the object.",
            Set.of("policy.compile.Bucket", "policy.compile.PrefixIndex"),
            "A sealed type and what it permits: an index by prefixes is a bucket, and holds smaller ones.",
            Set.of("wire.InputMember", "wire.InputShape"),
            "A shape of a request has members, and a member has a shape.",
            Set.of("wire.OutputMember", "wire.OutputShape", "wire.OutputValue"),
            "A shape of an answer has members, and a member has a shape.",
            Set.of(
                    "powershell.language.Command",
                    "powershell.language.Declared",
                    "powershell.language.Expression",
                    "powershell.language.Statement"),
            "The tree of a text: a statement holds expressions, and a script block is an expression that holds"
                    + " statements.");

    @Test
    void classesDoNotNeedEachOtherInACircle() {
        assertThat(ClassCircles.in(HOUSE, "io.claviger.")).isEqualTo(HONEST_CIRCLES.keySet());
    }

    /**
     * Families know the gate and what requests bring (also as claims, in PEM, and by templates), not each other; but deleting an owner asks for its policies,
     * reports show roles as their own operations do, explanations ask what simulations ask, sessions open with the keys of SAML providers, and the links of delegation requests
     * begin with the server's own URL.
     */
    @Test
    void familiesOfOperationsDoNotKnowEachOther() {
        List<String> families = HOUSE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("io.claviger.operations."))
                .map(name -> name.substring("io.claviger.operations.".length()))
                .distinct()
                .filter(name ->
                        !List.of("gate", "request", "claims", "pem", "template").contains(name))
                .toList();
        assertThat(families).hasSizeGreaterThan(6);
        for (String family : families) {
            List<String> strangers = families.stream()
                    .filter(other -> !other.equals(family))
                    .filter(other -> !(other.equals("policy")
                            && List.of("user", "group", "role").contains(family)))
                    .filter(other -> !(other.equals("role") && family.equals("report")))
                    .filter(other -> !(other.equals("simulation") && family.equals("explanation")))
                    .filter(other -> !(other.equals("federation") && family.equals("sts")))
                    .filter(other -> !(other.equals("issuer") && family.equals("delegation")))
                    .map(other -> in("operations." + other))
                    .toList();
            noClasses()
                    .that()
                    .resideInAPackage(in("operations." + family))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(strangers.toArray(String[]::new))
                    .check(HOUSE);
        }
    }

    /**
     * Without a permit there is no store: a family can reach one through the execution alone that its permit brings. But
     * anybody may ask for the public keys of an issuer of tokens, and its next key is made before it is needed.
     */
    @Test
    void familiesOfOperationsHaveNoStoreOfTheirOwn() {
        noClasses()
                .that()
                .resideInAPackage(in("operations"))
                .and()
                .resideOutsideOfPackage(in("operations.gate"))
                .and()
                .doNotHaveFullyQualifiedName(SignUp.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(PublishedIssuers.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(IssuerKeys.class.getName())
                .should()
                .dependOnClassesThat()
                .areAssignableFrom(Store.class)
                .check(HOUSE);
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
                .resideInAnyPackage("org.eclipse.jetty..", "io.prometheus..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.claviger.access.password..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.password4j..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackages(in("server"), in("policycli"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.cli..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage(in("storage"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "org.sqlite..", "com.google.crypto..", "java.sql..")
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
