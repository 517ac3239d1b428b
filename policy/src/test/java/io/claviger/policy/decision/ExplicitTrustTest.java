package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import io.claviger.policy.request.MapContext;
import io.claviger.policy.request.Requester;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Resources whose own policy must allow: roles and keys. */
class ExplicitTrustTest extends DecisionCase {

    private static String assume(Requester requester, PrincipalPolicies principal, String account, String trusted) {
        String trust = "{'Effect':'Allow','Principal':%s,'Action':'sts:AssumeRole'}".formatted(trusted);
        AuthorizationRequest request = new AuthorizationRequest("sts:AssumeRole", ROLE, MapContext.empty());
        ResourcePolicies role = ResourcePolicies.role(account, policy(PolicyType.TRUST, trust), List.of());
        return switch (Evaluation.decide(requester, principal, role, request)) {
            case Allowed allowed -> "allowed";
            case Decision.Denied denied -> "not allowed by " + denied.type();
        };
    }

    @Test
    void aRoleIsAssumedByThoseWhomItTrusts() {
        PrincipalPolicies all = principal(ALL, null, null);
        PrincipalPolicies nothing = principal(NOTHING, null, null);
        assertThat(assume(BOB, nothing, ACCOUNT, aws(USER))).isEqualTo("allowed");
        assertThat(assume(BOB, nothing, ACCOUNT, aws(ACCOUNT))).isEqualTo("not allowed by IDENTITY");
        assertThat(assume(BOB, all, ACCOUNT, aws(ACCOUNT))).isEqualTo("allowed");
        assertThat(assume(BOB, all, ACCOUNT, aws(OTHER))).isEqualTo("not allowed by TRUST");
        assertThat(assume(BOB, all, OTHER, aws(OTHER))).isEqualTo("not allowed by TRUST");
        assertThat(assume(BOB, all, OTHER, aws(ACCOUNT))).isEqualTo("allowed");
        assertThat(assume(BOB, nothing, OTHER, aws(USER))).isEqualTo("not allowed by IDENTITY");
        assertThat(assume(BOB, all, OTHER, aws("AIDACCCCCCCCCCCCCCCCC"))).isEqualTo("not allowed by TRUST");
        assertThat(assume(EC2, PrincipalPolicies.none(), ACCOUNT, "{'Service':'ec2.amazonaws.com'}"))
                .isEqualTo("allowed");
        assertThat(assume(ROOT, PrincipalPolicies.none(), ACCOUNT, aws(USER))).isEqualTo("not allowed by TRUST");
        assertThat(assume(ROOT, PrincipalPolicies.none(), ACCOUNT, aws(ACCOUNT)))
                .isEqualTo("allowed");
        assertThat(assume(OF_ROLE, nothing, ACCOUNT, aws(ROLE))).isEqualTo("allowed");
    }

    @Test
    void aTrustPolicyMustAgreeWhateverIsSaidOfTheResource() {
        String trust = "{'Effect':'Allow','Principal':%s,'Action':'sts:AssumeRole'}".formatted(aws(OTHER));
        AuthorizationRequest request = new AuthorizationRequest("sts:AssumeRole", ROLE, MapContext.empty());
        ResourcePolicies role = ResourcePolicies.of(ACCOUNT, policy(PolicyType.TRUST, trust), List.of(), false);
        assertThat(Evaluation.decide(BOB, principal(ALL, null, null), role, request))
                .isEqualTo(new ImplicitlyDenied(PolicyType.TRUST));
        ResourcePolicies key = ResourcePolicies.of(ACCOUNT, null, List.of(), true);
        assertThat(decide(BOB, principal(ALL, null, null), key)).isEqualTo("not allowed by RESOURCE");
        assertThat(decide(ROOT, PrincipalPolicies.none(), key)).isEqualTo("not allowed by RESOURCE");
    }
}
