package io.claviger.policy.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialKindTest {

    @ParameterizedTest
    @CsvSource({
        "LONG_TERM,             true,  true,  true,  true,  true",
        "ROLE_SESSION,          true,  true,  true,  false, false",
        "ROOT_SESSION,          true,  true,  true,  false, false",
        "USER_SESSION,          false, true,  true,  false, false",
        "USER_SESSION_WITH_MFA, true,  true,  true,  false, false",
        "FEDERATED_SESSION,     false, false, true,  false, false"
    })
    void whatMayBeCalled(
            CredentialKind kind,
            boolean iam,
            boolean assumeRole,
            boolean callerIdentity,
            boolean sessionToken,
            boolean federationToken) {
        assertThat(kind.permits("IAM:GetUser")).isEqualTo(iam);
        assertThat(kind.permits("iam:ListUsers")).isEqualTo(iam);
        assertThat(kind.permits("sts:assumerole")).isEqualTo(assumeRole);
        assertThat(kind.permits("sts:GetCallerIdentity")).isEqualTo(callerIdentity);
        assertThat(kind.permits("sts:GetSessionToken")).isEqualTo(sessionToken);
        assertThat(kind.permits("STS:GetFederationToken")).isEqualTo(federationToken);
        assertThat(kind.permits("sts:DecodeAuthorizationMessage"))
                .isEqualTo(kind == CredentialKind.LONG_TERM
                        || kind == CredentialKind.ROLE_SESSION
                        || kind == CredentialKind.ROOT_SESSION);
        assertThat(kind.permits("s3:GetObject")).isTrue();
        assertThat(kind.permits("stsx:GetSessionToken")).isTrue();
    }
}
