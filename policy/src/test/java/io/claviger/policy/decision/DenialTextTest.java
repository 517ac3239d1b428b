package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.Decision.Denied;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import io.claviger.policy.request.MatchedStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenialTextTest {

    private static final MatchedStatement INLINE = new MatchedStatement("inline:p", 0, null);

    @ParameterizedTest
    @CsvSource({
        "IDENTITY, no identity-based policy, an identity-based policy",
        "RESOURCE, no resource-based policy, a resource-based policy",
        "TRUST, no role trust policy, the role trust policy",
        "PERMISSIONS_BOUNDARY, no permissions boundary, a permissions boundary",
        "SESSION, no session policy, a session policy",
        "SERVICE_CONTROL, no service control policy, a service control policy",
        "RESOURCE_CONTROL, no resource control policy, a resource control policy"
    })
    void namesTheKindOfPolicyToBlame(PolicyType type, String missing, String denying) {
        assertThat(DenialText.reason("s3:GetObject", new ImplicitlyDenied(type)))
                .isEqualTo("because " + missing + " allows the s3:GetObject action");
        assertThat(DenialText.reason("s3:GetObject", new ExplicitlyDenied(INLINE, type)))
                .isEqualTo("with an explicit deny in " + denying);
    }

    @Test
    void namesTheManagedPolicyThatDenies() {
        MatchedStatement managed = new MatchedStatement("arn:aws:iam::1:policy/p", 0, null);
        assertThat(DenialText.reason("s3:GetObject", new ExplicitlyDenied(managed, PolicyType.IDENTITY)))
                .isEqualTo("with an explicit deny in an identity-based policy: arn:aws:iam::1:policy/p");
    }

    @Test
    void isTheMessageOfAws() {
        Denied denied = new ImplicitlyDenied(PolicyType.IDENTITY);
        assertThat(DenialText.message("arn:aws:iam::1:user/b", "iam:GetUser", "user b", denied))
                .isEqualTo("User: arn:aws:iam::1:user/b is not authorized to perform: iam:GetUser on resource: user b"
                        + " because no identity-based policy allows the iam:GetUser action");
        assertThat(DenialText.message("arn:aws:iam::1:user/b", "iam:GetUser", null, denied))
                .isEqualTo("User: arn:aws:iam::1:user/b is not authorized to perform: iam:GetUser"
                        + " because no identity-based policy allows the iam:GetUser action");
    }
}
