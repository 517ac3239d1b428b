package io.claviger.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.claviger.architecture.Modules.CLASSES;
import static io.claviger.architecture.Modules.MODULES;
import static io.claviger.architecture.Modules.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import io.claviger.access.Authorizer;
import io.claviger.iam.store.Store;
import io.claviger.operations.account.SignUp;
import io.claviger.operations.issuer.IssuerKeys;
import io.claviger.operations.issuer.PublishedIssuers;
import io.claviger.operations.role.RoleDeletions;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.Evaluation;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.server.road.Road;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The modules as ARCHITECTURE.md lists them: nothing imports upward, nothing goes in circles. */
class ArchitectureTest {

    static Set<String> modules() {
        return MODULES.keySet();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleImportsWhatItMayAndNothingElse(String module) {
        assertThat(CLASSES.stream().filter(resideInAnyPackage(in(module)))).hasSizeGreaterThan(2);
        noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(modules().stream()
                        .filter(other -> !other.equals(module))
                        .filter(other ->
                                !MODULES.getOrDefault(module, List.of()).contains(other))
                        .map(Modules::in)
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void noModuleMayImportOneThatStandsAboveIt() {
        Set<String> above = new HashSet<>();
        MODULES.forEach((module, imported) -> {
            above.add(module);
            assertThat(imported).as(module).doesNotContainAnyElementsOf(above);
        });
    }

    /** The page lists no import that nobody needs; but wire finds the model's classes by their names. */
    @Test
    void everyImportThatMayBeIsNeeded() {
        MODULES.forEach((module, imported) -> assertThat(imported)
                .filteredOn(other -> !(module.equals("wire") && other.equals("model")))
                .allSatisfy(other -> assertThat(CLASSES.stream()
                                .filter(resideInAPackage(in(module)))
                                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                                .map(Dependency::getTargetClass))
                        .as("%s needs %s", module, other)
                        .anyMatch(resideInAPackage(in(other)))));
    }

    @Test
    void everyClassBelongsToAModule() {
        classes()
                .should()
                .resideInAnyPackage(modules().stream().map(Modules::in).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("io.claviger.(**)").should().beFreeOfCycles().check(CLASSES);
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
        assertThat(ClassCircles.in(CLASSES, "io.claviger.")).isEqualTo(HONEST_CIRCLES.keySet());
    }

    /**
     * Families know the gate and what requests bring (also as claims, in PEM, and by templates), not each other; but deleting an owner asks for its policies,
     * reports show roles as their own operations do, explanations ask what simulations ask, sessions open with the keys of SAML providers, and the links of delegation requests
     * begin with the server's own URL.
     */
    @Test
    void familiesOfOperationsDoNotKnowEachOther() {
        List<String> families = CLASSES.stream()
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
                    .check(CLASSES);
        }
    }

    /**
     * Without a permit there is no store: a family can reach one through the execution alone that its permit brings. But
     * anybody may ask for the public keys of an issuer of tokens, and its next key is made before it is needed; and a role
     * is deleted after its request was answered, by the next process if need be.
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
                .and()
                .doNotHaveFullyQualifiedName(RoleDeletions.class.getName())
                .should()
                .dependOnClassesThat()
                .areAssignableFrom(Store.class)
                .check(CLASSES);
    }

    /** What may be done is asked of the authorizer alone; but the policy command decides without a server. */
    @Test
    void onlyTheAuthorizerAndThePolicyCommandAskForDecisions() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("policy"), in("policy-cli"))
                .and()
                .doNotHaveFullyQualifiedName(Authorizer.class.getName())
                .should()
                .dependOnClassesThat(belongToAnyOf(Evaluation.class)
                        .or(resideInAPackage(CompiledPolicy.class.getPackageName())
                                .and(not(belongToAnyOf(CompiledPolicy.class)))))
                .orShould()
                .callMethod(PrincipalPolicies.class, "decide", AuthorizationRequest.class)
                .check(CLASSES);
        assertThat(CLASSES.get(Authorizer.class).getMethodCallsFromSelf().stream()
                        .map(call -> call.getTargetOwner().getName()))
                .contains(Evaluation.class.getName());
    }

    @Test
    void guardAgainstCheckingNothing() {
        assertThat(CLASSES.stream().filter(alwaysTrue())).hasSizeGreaterThan(200);
        assertThat(modules()).hasSizeGreaterThan(10);
        assertThat(CLASSES.contain(Road.class)).isTrue();
    }
}
