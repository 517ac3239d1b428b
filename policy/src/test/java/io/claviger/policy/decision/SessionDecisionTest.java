package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sessions of roles and federated users may do in their own account. */
class SessionDecisionTest extends DecisionCase {

    @ParameterizedTest
    @ValueSource(strings = {ROLE, ROLE_ID})
    void aGrantToTheRoleIsBoundedByBoundaryAndSession(String named) {
        ResourcePolicies bucket = bucket(ACCOUNT, grant(aws(named)));
        assertThat(decide(OF_ROLE, principal(NOTHING, null, null), bucket)).isEqualTo("allowed by RESOURCE");
        assertThat(decide(OF_ROLE, principal(NOTHING, ALL, ALL), bucket)).isEqualTo("allowed by RESOURCE");
        assertThat(decide(OF_ROLE, principal(ALL, NOTHING, ALL), bucket))
                .isEqualTo("not allowed by PERMISSIONS_BOUNDARY");
        assertThat(decide(OF_ROLE, principal(ALL, ALL, NOTHING), bucket)).isEqualTo("not allowed by SESSION");
    }

    @Test
    void aGrantToTheSessionIsBoundedByNothing() {
        assertThat(decide(OF_ROLE, principal(NOTHING, NOTHING, NOTHING), bucket(ACCOUNT, grant(aws(SESSION)))))
                .isEqualTo("allowed by RESOURCE");
        assertThat(decide(FRED, principal(NOTHING, NOTHING, null), bucket(ACCOUNT, grant(aws(FEDERATED)))))
                .isEqualTo("allowed by RESOURCE");
    }

    @Test
    void aGrantToEverybodyWithThePrincipalsArnAsConditionIsBoundedByNothing() {
        String statement = "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':"
                + "{'ArnEquals':{'aws:PrincipalArn':'%s'}}}".formatted(ROLE);
        assertThat(decide(OF_ROLE, principal(NOTHING, NOTHING, NOTHING), bucket(ACCOUNT, statement)))
                .isEqualTo("allowed by RESOURCE");
    }

    @Test
    void theFurthestGrantCounts() {
        ResourcePolicies bucket = bucket(ACCOUNT, grant(aws(ACCOUNT)), grant(aws(ROLE)), grant(aws(SESSION)));
        assertThat(decide(OF_ROLE, principal(NOTHING, NOTHING, NOTHING), bucket))
                .isEqualTo("allowed by RESOURCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {USER, USER_ID})
    void aGrantToTheUserReachesItsFederatedSessionsWithinTheirPolicies(String named) {
        ResourcePolicies bucket = bucket(ACCOUNT, grant(aws(named)));
        assertThat(decide(FRED, principal(NOTHING, null, ALL), bucket)).isEqualTo("allowed by RESOURCE");
        assertThat(decide(FRED, principal(ALL, null, NOTHING), bucket)).isEqualTo("not allowed by SESSION");
        assertThat(decide(FRED, principal(ALL, NOTHING, ALL), bucket)).isEqualTo("not allowed by PERMISSIONS_BOUNDARY");
        assertThat(decide(FRED, principal(ALL, null, null), bucket)).isEqualTo("not allowed by SESSION");
    }

    @Test
    void aFederatedUserWithoutSessionPoliciesMayDoNothing() {
        assertThat(decide(FRED, principal(ALL, null, null), null)).isEqualTo("not allowed by SESSION");
        assertThat(decide(FRED, principal(ALL, null, ALL), null)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(FRED, principal(NOTHING, null, ALL), null)).isEqualTo("not allowed by IDENTITY");
        assertThat(decide(FRED_OF_ROOT, PrincipalPolicies.none(), null)).isEqualTo("not allowed by SESSION");
        assertThat(decide(FRED_OF_ROOT, principal(NOTHING, null, ALL), null)).isEqualTo("allowed by nobody");
    }

    @Test
    void aRolesSessionWithoutSessionPoliciesMayDoWhatTheRoleMay() {
        assertThat(decide(OF_ROLE, principal(ALL, null, null), null)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(OF_ROLE, principal(ALL, null, NOTHING), null)).isEqualTo("not allowed by SESSION");
    }
}
