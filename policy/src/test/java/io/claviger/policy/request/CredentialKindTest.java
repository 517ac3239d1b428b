package io.claviger.policy.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialKindTest {

    @ParameterizedTest
    @CsvSource({
        "LONG_TERM,             true,  true,  true,  true,  true",
        "ROLE_SESSION,          true,  true,  true,  false, false",
        "ROOT_SESSION,          true,  true,  true,  false, false",
        "USER_SESSION,          false, true,  true,  false, false",
        "USER_SESSION_WITH_MFA, true,  true,  true,  false, false",
        "FEDERATED_SESSION,     false, false, true,  false, false",
        "IDENTITY_PROOF,        false, false, false, false, false"
    })
    void whatMayBeCalled(
            CredentialKind kind,
            boolean iam,
            boolean assumeRole,
            boolean callerIdentity,
            boolean sessionToken,
            boolean federationToken) {
        assertThat(mayCall(kind, "IAM", "GetUser")).isEqualTo(iam);
        assertThat(mayCall(kind, "iam", "ListUsers")).isEqualTo(iam);
        assertThat(mayCall(kind, "sts", "assumerole")).isEqualTo(assumeRole);
        assertThat(mayCall(kind, "sts", "GetCallerIdentity")).isEqualTo(callerIdentity);
        assertThat(mayCall(kind, "sts", "GetSessionToken")).isEqualTo(sessionToken);
        assertThat(mayCall(kind, "STS", "GetFederationToken")).isEqualTo(federationToken);
        assertThat(mayCall(kind, "sts", "DecodeAuthorizationMessage"))
                .isEqualTo(kind == CredentialKind.LONG_TERM
                        || kind == CredentialKind.ROLE_SESSION
                        || kind == CredentialKind.ROOT_SESSION);
        // That long-term keys have no session to scope down is the operation's to say.
        assertThat(mayCall(kind, "sts", "GetScopedCredentials")).isEqualTo(kind != CredentialKind.IDENTITY_PROOF);
        assertThat(mayCall(kind, "sts", "GetWebIdentityToken"))
                .isEqualTo(kind != CredentialKind.FEDERATED_SESSION && kind != CredentialKind.IDENTITY_PROOF);
        assertThat(mayCall(kind, "s3", "GetObject")).isTrue();
        assertThat(mayCall(kind, "stsx", "GetSessionToken")).isTrue();
    }

    private static boolean mayCall(CredentialKind kind, String service, String operation) {
        return kind.barred(service, operation).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CredentialKind.class,
            names = {"USER_SESSION", "FEDERATED_SESSION"})
    void iamTakesSuchATokenForInvalid(CredentialKind kind) {
        assertThat(kind.barred("iam", "GetUser"))
                .contains(new CredentialKind.Barred(
                        "InvalidClientTokenId", "The security token included in the request is invalid"));
    }

    @ParameterizedTest
    @EnumSource(value = CredentialKind.class, mode = EnumSource.Mode.EXCLUDE, names = "LONG_TERM")
    void noSessionMakesAnother(CredentialKind kind) {
        assertThat(kind.barred("sts", "GetSessionToken"))
                .contains(new CredentialKind.Barred(
                        "AccessDenied", "Cannot call GetSessionToken with session credentials"));
    }

    @Test
    void aProofOfIdentityBecomesASessionAndNothingElse() {
        assertThat(mayCall(CredentialKind.IDENTITY_PROOF, "sts", "AssumeRoleWithWebIdentity"))
                .isTrue();
        assertThat(mayCall(CredentialKind.IDENTITY_PROOF, "sts", "AssumeRoleWithSAML"))
                .isTrue();
        assertThat(mayCall(CredentialKind.FEDERATED_SESSION, "sts", "AssumeRoleWithWebIdentity"))
                .isFalse();
    }

    @Test
    void whoSignedInMayCallAllElse() {
        assertThat(mayCall(CredentialKind.SIGN_IN_SESSION, "iam", "GetUser")).isTrue();
        assertThat(mayCall(CredentialKind.SIGN_IN_SESSION, "sts", "AssumeRole")).isTrue();
        assertThat(mayCall(CredentialKind.SIGN_IN_SESSION, "sts", "GetFederationToken"))
                .isTrue();
    }
}
