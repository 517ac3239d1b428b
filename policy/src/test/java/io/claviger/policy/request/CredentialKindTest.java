package io.claviger.policy.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        // That long-term keys have no session to scope down is the operation's to say.
        assertThat(kind.permits("sts:GetScopedCredentials")).isEqualTo(kind != CredentialKind.IDENTITY_PROOF);
        assertThat(kind.permits("sts:GetWebIdentityToken"))
                .isEqualTo(kind != CredentialKind.FEDERATED_SESSION && kind != CredentialKind.IDENTITY_PROOF);
        assertThat(kind.permits("s3:GetObject")).isTrue();
        assertThat(kind.permits("stsx:GetSessionToken")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void whatIsPermittedIsNotBarred(CredentialKind kind) {
        for (String operation : List.of("GetUser", "AssumeRole", "GetSessionToken", "getfederationtoken", "Other")) {
            for (String service : List.of("iam", "STS", "s3")) {
                assertThat(kind.barred(service, operation).isEmpty())
                        .as("%s %s:%s", kind, service, operation)
                        .isEqualTo(kind.permits(service + ":" + operation));
            }
        }
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
        assertThat(CredentialKind.IDENTITY_PROOF.permits("sts:AssumeRoleWithWebIdentity"))
                .isTrue();
        assertThat(CredentialKind.IDENTITY_PROOF.permits("sts:AssumeRoleWithSAML"))
                .isTrue();
        assertThat(CredentialKind.FEDERATED_SESSION.permits("sts:AssumeRoleWithWebIdentity"))
                .isFalse();
    }

    @Test
    void whoSignedInMayCallAllElse() {
        assertThat(CredentialKind.SIGN_IN_SESSION.permits("iam:GetUser")).isTrue();
        assertThat(CredentialKind.SIGN_IN_SESSION.permits("sts:AssumeRole")).isTrue();
        assertThat(CredentialKind.SIGN_IN_SESSION.permits("sts:GetFederationToken"))
                .isTrue();
    }
}
