package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users may do in their own account. */
class UserDecisionTest extends DecisionCase {

    @ParameterizedTest
    @ValueSource(strings = {USER, USER_ID, "*"})
    void aGrantToTheUserNeedsNeitherIdentityPolicyNorBoundary(String named) {
        assertThat(decide(BOB, principal(NOTHING, NOTHING, null), bucket(ACCOUNT, grant(aws(named)))))
                .isEqualTo("allowed by RESOURCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {ACCOUNT, ROOT_ARN})
    void aGrantToTheAccountIsLeftToIdentityPolicies(String named) {
        ResourcePolicies bucket = bucket(ACCOUNT, grant(aws(named)));
        assertThat(decide(BOB, principal(NOTHING, null, null), bucket)).isEqualTo("not allowed by IDENTITY");
        assertThat(decide(BOB, principal(ALL, null, null), bucket)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(BOB, principal(ALL, NOTHING, null), bucket)).isEqualTo("not allowed by PERMISSIONS_BOUNDARY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::111111111111:user/bob",
                "arn:aws:iam::111111111111:user/team/BOB",
                "arn:aws:iam::222222222222:user/team/bob",
                "AIDACCCCCCCCCCCCCCCCC",
                OTHER,
                SESSION
            })
    void aGrantToSomebodyElseIsNone(String named) {
        assertThat(decide(BOB, principal(NOTHING, null, null), bucket(ACCOUNT, grant(aws(named)))))
                .isEqualTo("not allowed by IDENTITY");
    }

    @Test
    void identityPoliciesSufficeInTheirOwnAccount() {
        assertThat(decide(BOB, principal(ALL, null, null), bucket(ACCOUNT, grant(aws(OTHER)))))
                .isEqualTo("allowed by IDENTITY");
        assertThat(decide(BOB, principal(ALL, null, null), null)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(BOB, principal(ALL, null, null), ResourcePolicies.of(ACCOUNT, null, List.of(), false)))
                .isEqualTo("allowed by IDENTITY");
    }
}
