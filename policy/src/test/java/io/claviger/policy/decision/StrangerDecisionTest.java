package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.request.Requester;
import org.junit.jupiter.api.Test;

/** What those may do who have no policies of their own: services, identity providers' users, anonymous callers. */
class StrangerDecisionTest extends DecisionCase {

    @Test
    void servicesAndAnonymousCallersNeedTheResourcesPolicy() {
        ResourcePolicies bucket = bucket(ACCOUNT, grant("{'Service':'ec2.amazonaws.com'}"));
        assertThat(decide(EC2, PrincipalPolicies.none(), bucket)).isEqualTo("allowed by RESOURCE");
        assertThat(decide(new Requester.Service("s3.amazonaws.com"), PrincipalPolicies.none(), bucket))
                .isEqualTo("not allowed by RESOURCE");
        assertThat(decide(ANONYMOUS, PrincipalPolicies.none(), bucket)).isEqualTo("not allowed by RESOURCE");
        assertThat(decide(ANONYMOUS, PrincipalPolicies.none(), bucket(ACCOUNT, grant("'*'"))))
                .isEqualTo("allowed by RESOURCE");
        assertThat(decide(ANONYMOUS, PrincipalPolicies.none(), null)).isEqualTo("not allowed by RESOURCE");
        assertThat(decide(
                        ANONYMOUS,
                        PrincipalPolicies.none(),
                        bucket(ACCOUNT, grant("'*'"), statement("Deny", aws("*")))))
                .isEqualTo("denied by RESOURCE");
    }

    @Test
    void anIdentityProviderIsMatchedByItsName() {
        String provider = "arn:aws:iam::111111111111:oidc-provider/idp";
        ResourcePolicies bucket = bucket(ACCOUNT, grant("{'Federated':'%s'}".formatted(provider)));
        assertThat(decide(new Requester.Federated(provider), PrincipalPolicies.none(), bucket))
                .isEqualTo("allowed by RESOURCE");
        assertThat(decide(new Requester.Federated("accounts.google.com"), PrincipalPolicies.none(), bucket))
                .isEqualTo("not allowed by RESOURCE");
    }
}
