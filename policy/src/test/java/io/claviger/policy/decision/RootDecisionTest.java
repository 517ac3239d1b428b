package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What root users and their sessions may do. */
class RootDecisionTest extends DecisionCase {

    @Test
    void rootMayDoEverythingInItsAccountUnlessTheResourceDenies() {
        assertThat(decide(ROOT, principal(NO, NO, null), null)).isEqualTo("allowed by nobody");
        assertThat(decide(ROOT, PrincipalPolicies.none(), bucket(ACCOUNT, grant(aws(OTHER)))))
                .isEqualTo("allowed by nobody");
        assertThat(decide(ROOT, PrincipalPolicies.none(), bucket(ACCOUNT, statement("Deny", aws(ACCOUNT)))))
                .isEqualTo("denied by RESOURCE");
        assertThat(decide(ROOT, PrincipalPolicies.none(), bucket(OTHER, grant(aws(ACCOUNT)))))
                .isEqualTo("allowed by RESOURCE");
        assertThat(decide(ROOT, PrincipalPolicies.none(), bucket(OTHER, grant(aws(USER)))))
                .isEqualTo("not allowed by RESOURCE");
    }

    @Test
    void aRootSessionMayDoNoMoreThanItsTaskPolicy() {
        for (ResourcePolicies bucket : List.of(bucket(ACCOUNT, grant("'*'")), bucket(OTHER, grant("'*'")))) {
            assertThat(decide(ROOT, principal(ALL, null, NOTHING), bucket)).isEqualTo("not allowed by SESSION");
            assertThat(decide(ROOT, principal(NOTHING, null, ALL), bucket)).isEqualTo("allowed by RESOURCE");
            assertThat(decide(ROOT, principal(ALL, null, NO), bucket)).isEqualTo("denied by SESSION");
        }
        assertThat(decide(ROOT, principal(ALL, null, NOTHING), null)).isEqualTo("not allowed by SESSION");
    }
}
