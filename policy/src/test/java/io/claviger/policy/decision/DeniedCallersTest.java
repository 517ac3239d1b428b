package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a statement that denies is about. */
class DeniedCallersTest extends DecisionCase {

    @ParameterizedTest
    @ValueSource(strings = {USER, USER_ID, ACCOUNT, ROOT_ARN, "*"})
    void aDenialReachesWhomeverItNames(String named) {
        for (String account : List.of(ACCOUNT, OTHER)) {
            ResourcePolicies bucket = bucket(account, grant("'*'"), statement("Deny", aws(named)));
            assertThat(decide(BOB, principal(ALL, null, null), bucket)).isEqualTo("denied by RESOURCE");
        }
    }

    @Test
    void aDenialInABoundaryOrSessionPolicyBeatsADirectGrant() {
        ResourcePolicies bucket = bucket(ACCOUNT, grant(aws(SESSION)));
        assertThat(decide(OF_ROLE, principal(ALL, NO, null), bucket)).isEqualTo("denied by PERMISSIONS_BOUNDARY");
        assertThat(decide(OF_ROLE, principal(ALL, null, NO), bucket)).isEqualTo("denied by SESSION");
        assertThat(decide(OF_ROLE, principal(NO, null, null), bucket)).isEqualTo("denied by IDENTITY");
    }

    @Test
    void aDenialOfACanonicalUserDeniesAllSinceItIsNotKnownWhoThatIs() {
        String canonical = "{'CanonicalUser':'%s'}".formatted("0".repeat(64));
        assertThat(decide(BOB, principal(ALL, null, null), bucket(ACCOUNT, statement("Deny", canonical))))
                .isEqualTo("denied by RESOURCE");
        assertThat(decide(BOB, principal(NOTHING, null, null), bucket(ACCOUNT, grant(canonical))))
                .isEqualTo("not allowed by IDENTITY");
    }

    @ParameterizedTest
    @CsvSource({
        "Allow, Resource, arn:aws:s3, not allowed by IDENTITY",
        "Allow, Resource, arn:aws:s3:*, allowed by RESOURCE",
        "Deny, Resource, arn:aws:s3, denied by RESOURCE",
        "Deny, NotResource, arn:aws:s3, denied by RESOURCE",
        "Deny, NotResource, arn:aws:s3:*, not allowed by IDENTITY"
    })
    void halfAnArnWidensOnlyWhatAResourcesPolicyDenies(
            String effect, String element, String resource, String decision) {
        String statement =
                "{'Effect':'%s','Principal':'*','Action':'*','%s':'%s'}".formatted(effect, element, resource);
        assertThat(decide(BOB, principal(NOTHING, null, null), bucket(ACCOUNT, statement)))
                .isEqualTo(decision);
    }
}
