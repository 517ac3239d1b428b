package io.claviger.policy.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.reference.Engine;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.reference.ReferenceEvaluator;
import io.claviger.policy.reference.Situation;
import io.claviger.policy.reference.Situation.Owner;
import io.claviger.policy.request.Requester;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On what engine and reference evaluator once did not agree. */
class RandomPolicyFindingsTest {

    private static final String ALL = "'Action':'*','Resource':'*'";

    private static PolicyDocument policy(PolicyType type, String statement) {
        return Policies.parsed(
                "{'Version':'2012-10-17','Statement':{%s}}".formatted(statement).replace('\'', '"'), type);
    }

    private static void agreed(Situation situation, String expected) {
        assertThat(Engine.words(Engine.of(situation).decide(situation)))
                .as("engine")
                .isEqualTo(expected);
        assertThat(ReferenceEvaluator.decide(situation)).as("reference").isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Deny,Implicit:PERMISSIONS_BOUNDARY", "Allow,Implicit:SESSION"})
    void theBoundaryIsBlamedBeforeTheMissingSessionPoliciesOfAFederatedUser(String other, String expected) {
        String bound = other.equals("Allow") ? ALL : "'Action':'x:y','Resource':'*'";
        Requester fred = new Requester.FederatedUser(
                "111111111111",
                "arn:aws:sts::111111111111:federated-user/fred",
                "arn:aws:iam::111111111111:user/bob",
                "AIDABBBBBBBBBBBBBBBBB");
        PolicyDocument own =
                policy(PolicyType.RESOURCE, "'Effect':'Allow','Principal':{'AWS':'AIDABBBBBBBBBBBBBBBBB'}," + ALL);
        agreed(
                new Situation(
                        fred,
                        List.of(),
                        policy(PolicyType.PERMISSIONS_BOUNDARY, "'Effect':'Allow'," + bound),
                        null,
                        List.of(),
                        new Owner("111111111111", own, List.of(), false),
                        "s3:GetObject",
                        "arn:aws:s3:::b",
                        Map.of()),
                expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Allow,Resource,Implicit:RESOURCE",
        "Allow,NotResource,Implicit:RESOURCE",
        "Deny,Resource,Deny:RESOURCE",
        "Deny,NotResource,Deny:RESOURCE"
    })
    void halfAnArnOfAResourcesPolicyWidensDenialsAndNarrowsGrants(String effect, String element, String expected) {
        PolicyDocument own = policy(
                PolicyType.RESOURCE,
                "'Effect':'%s','Principal':'*','Action':'*','%s':'arn:aws:s3'".formatted(effect, element));
        agreed(
                new Situation(
                        new Requester.Anonymous(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        new Owner("111111111111", own, List.of(), false),
                        "s3:GetObject",
                        "arn:aws:s3:::b",
                        Map.of()),
                expected);
    }
}
