package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.PolicyType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What sessions that were scoped down may do: what they may anyway, and what every policy laid on them allows. */
class ScopedSessionsTest extends DecisionCase {

    private static PrincipalPolicies scoped(PrincipalPolicies session, String... statements) {
        return session.scopedTo(Stream.of(statements)
                .map(statement -> policy(PolicyType.SESSION, statement))
                .toList());
    }

    @Test
    void everyPolicyMustAllow() {
        PrincipalPolicies session = principal(ALL, null, null);
        assertThat(decide(OF_ROLE, scoped(session), null)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(OF_ROLE, scoped(session, ALL, ALL, ALL), null)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(OF_ROLE, scoped(session, ALL, NOTHING, ALL), null)).isEqualTo("not allowed by SESSION");
        assertThat(decide(OF_ROLE, scoped(principal(NOTHING, null, null), ALL), null))
                .isEqualTo("not allowed by IDENTITY");
        assertThat(decide(OF_ROLE, scoped(principal(ALL, null, NOTHING), ALL), null))
                .isEqualTo("not allowed by SESSION");
    }

    @Test
    void theyBindWhatAResourceGrantsToTheSessionItself() {
        ResourcePolicies bucket = bucket(ACCOUNT, grant(aws(SESSION)));
        assertThat(decide(OF_ROLE, scoped(principal(NOTHING, null, null), ALL), bucket))
                .isEqualTo("allowed by RESOURCE");
        assertThat(decide(OF_ROLE, scoped(principal(NOTHING, null, null), NOTHING), bucket))
                .isEqualTo("not allowed by SESSION");
    }

    @Test
    void theyGiveAFederatedUserWithoutSessionPoliciesNothing() {
        assertThat(decide(FRED, scoped(principal(ALL, null, null), ALL), null)).isEqualTo("not allowed by SESSION");
        assertThat(decide(FRED, scoped(principal(ALL, null, ALL), ALL), null)).isEqualTo("allowed by IDENTITY");
    }
}
