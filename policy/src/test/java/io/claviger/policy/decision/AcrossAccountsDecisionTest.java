package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between two accounts, both must allow. */
class AcrossAccountsDecisionTest extends DecisionCase {

    @ParameterizedTest
    @ValueSource(strings = {USER, USER_ID, ACCOUNT, ROOT_ARN, "*"})
    void acrossAccountsBothSidesMustAllow(String named) {
        ResourcePolicies bucket = bucket(OTHER, grant(aws(named)));
        assertThat(decide(BOB, principal(ALL, null, null), bucket)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(BOB, principal(NOTHING, null, null), bucket)).isEqualTo("not allowed by IDENTITY");
        assertThat(decide(BOB, principal(ALL, NOTHING, null), bucket)).isEqualTo("not allowed by PERMISSIONS_BOUNDARY");
        assertThat(decide(BOB, principal(ALL, null, null), bucket(OTHER, grant(aws(OTHER)))))
                .isEqualTo("not allowed by RESOURCE");
        assertThat(decide(BOB, principal(ALL, null, null), ResourcePolicies.of(OTHER, null, List.of(), false)))
                .isEqualTo("not allowed by RESOURCE");
    }

    @Test
    void acrossAccountsAGrantToTheSessionIsBoundedByItsPolicies() {
        ResourcePolicies bucket = bucket(OTHER, grant(aws(SESSION)));
        assertThat(decide(OF_ROLE, principal(ALL, null, NOTHING), bucket)).isEqualTo("not allowed by SESSION");
        assertThat(decide(OF_ROLE, principal(NOTHING, null, ALL), bucket)).isEqualTo("not allowed by IDENTITY");
        assertThat(decide(OF_ROLE, principal(ALL, null, ALL), bucket)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(FRED, principal(ALL, null, null), bucket(OTHER, grant(aws(FEDERATED)))))
                .isEqualTo("not allowed by SESSION");
    }
}
