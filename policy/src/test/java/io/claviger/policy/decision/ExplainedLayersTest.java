package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.compile.Reach;
import io.claviger.policy.decision.Mismatch.OfPrincipal;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.PrincipalTerm;
import io.claviger.policy.random.RandomPolicy;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import io.claviger.policy.request.MapContext;
import io.claviger.policy.request.MatchedStatement;
import io.claviger.policy.request.Requester;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainedLayersTest extends ExplainedDecisions {

    @Test
    void everyLayerIsWalked() {
        String all = "{'Effect':'Allow','Action':'*','Resource':'*'}";
        String named = "{'Effect':'Allow','Principal':%s,'Action':'*','Resource':'*'}";
        String deny = "{'Effect':'Deny','NotPrincipal':{'AWS':'111111111111'},'Action':'*','Resource':'*'}";
        PrincipalPolicies principal = PrincipalPolicies.of(
                List.of(policy(PolicyType.IDENTITY, all)),
                policy(PolicyType.PERMISSIONS_BOUNDARY, all),
                List.of(policy(PolicyType.SESSION, all)),
                List.of(
                        List.of(policy(PolicyType.SERVICE_CONTROL, all)),
                        List.of(policy(PolicyType.SERVICE_CONTROL, all))));
        ResourcePolicies resource = ResourcePolicies.of(
                "111111111111",
                policy(PolicyType.RESOURCE, named.formatted("{'AWS':'222222222222'}"), deny),
                List.of(List.of(policy(PolicyType.RESOURCE_CONTROL, named.formatted("'*'")))),
                false);
        Explanation explanation = explain(principal, resource);
        assertThat(explanation.decision())
                .isEqualTo(new ExplicitlyDenied(new MatchedStatement("P", 1, null), PolicyType.RESOURCE));
        assertThat(explanation.statements())
                .extracting(explained -> explained.type() + " " + explained.level() + " " + explained.matched())
                .containsExactly(
                        "RESOURCE_CONTROL 0 true",
                        "RESOURCE 0 false",
                        "RESOURCE 0 true",
                        "SERVICE_CONTROL 0 true",
                        "SERVICE_CONTROL 1 true",
                        "IDENTITY 0 true",
                        "PERMISSIONS_BOUNDARY 0 true",
                        "SESSION 0 true");
        Mismatch mismatch = explanation.statements().get(1).mismatch();
        assertThat(mismatch).isInstanceOfSatisfying(OfPrincipal.class, of -> {
            assertThat(of.requester()).isEqualTo(BOB);
            assertThat(of.terms()).extracting(PrincipalTerm::text).containsExactly("222222222222");
            assertThat(of.sentence()).startsWith("Principal does not list ");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"AWS\":\"111111111111\"}', Principal, Deny, ACCOUNT",
        "'{\"AWS\":\"AIDABBBBBBBBBBBBBBBBB\"}', Principal, Deny, DIRECT",
        "'\"*\"', Principal, Deny, DIRECT",
        "'{\"AWS\":\"222222222222\"}', Principal, Deny, NONE",
        "'{\"AWS\":\"222222222222\"}', NotPrincipal, Deny, DIRECT",
        "'\"*\"', NotPrincipal, Deny, NONE"
    })
    void howFarAStatementReachesIsTold(String principal, String element, String effect, Reach reach) {
        CompiledPolicy policy = policy(
                PolicyType.RESOURCE,
                "{'Effect':'%s','%s':%s,'Action':'*','Resource':'*'}".formatted(effect, element, principal));
        ResourcePolicies resource = ResourcePolicies.of("111111111111", policy, List.of(), false);
        ExplainedStatement explained =
                explain(PrincipalPolicies.none(), resource).statements().getFirst();
        assertThat(explained.reach()).isEqualTo(reach);
        assertThat(explained.matched()).isEqualTo(reach != Reach.NONE);
    }

    @Test
    void aRootUserIsNotBoundByIdentityPoliciesAndSoTheyAreNotExplained() {
        CompiledPolicy no = policy(PolicyType.IDENTITY, "{'Effect':'Deny','Action':'*','Resource':'*'}");
        Explanation explanation = Evaluation.explain(
                new Requester.Root("111111111111"), PrincipalPolicies.of(List.of(no), no, null), null, GET);
        assertThat(explanation.statements()).isEmpty();
        assertThat(explanation.decision()).isEqualTo(new Decision.Allowed(null));
    }

    @Tag("long")
    @Test
    void explanationAndDecisionAgree() {
        RandomPolicy world = new RandomPolicy(new SplittableRandom(5));
        for (int round = 0; round < 3_000; round++) {
            PrincipalPolicies principal = world.policies().compiled();
            AuthorizationRequest request =
                    new AuthorizationRequest(world.action(), world.resource(), MapContext.of(world.context()));
            Explanation explanation = Evaluation.explain(BOB, principal, null, request);
            Decision decision = principal.decide(request);
            assertThat(explanation.decision()).isEqualTo(decision);
            assertThat(told(explanation)).as("%s", explanation).isEqualTo(Policies.words(decision));
        }
    }

    /** What follows from the statements alone. */
    private static String told(Explanation explanation) {
        List<PolicyType> order = List.of(PolicyType.IDENTITY, PolicyType.PERMISSIONS_BOUNDARY, PolicyType.SESSION);
        for (PolicyType type : order) {
            if (explanation.matched().stream().anyMatch(one -> one.type() == type && one.effect() == Effect.DENY)) {
                return Policies.words(new ExplicitlyDenied(new MatchedStatement("", 0, null), type));
            }
        }
        for (PolicyType type : order) {
            boolean there = (explanation.decision() instanceof ImplicitlyDenied(PolicyType missing) && missing == type)
                    || explanation.statements().stream().anyMatch(one -> one.type() == type);
            if (there
                    && explanation.matched().stream()
                            .noneMatch(one -> one.type() == type && one.effect() == Effect.ALLOW)) {
                return Policies.words(new ImplicitlyDenied(type));
            }
        }
        return "Allow";
    }
}
