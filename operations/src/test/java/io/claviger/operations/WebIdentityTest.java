package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.oidc.TestIssuer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/** AssumeRoleWithWebIdentity with tokens that their issuer made. */
@SuppressWarnings("deprecation") // the packed size, which AWS still shows
class WebIdentityTest extends WebIdentityRole {

    @Test
    void aSessionIsTheRoleAndTheAnswerSaysWhomTheTokenIsAbout() {
        roleMay(Documents.allow("iam:ListUsers", "*"));
        AssumeRoleWithWebIdentityResponse answer = assume(token());

        assertThat(answer.subjectFromWebIdentityToken()).isEqualTo("system:serviceaccount:app:web");
        assertThat(answer.audience()).isEqualTo(TestIssuer.CLIENT);
        assertThat(answer.provider()).isEqualTo(provider());
        assertThat(answer.packedPolicySize()).isNull();
        assertThat(answer.sourceIdentity()).isNull();
        assertThat(answer.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::" + Workbench.ACCOUNT + ":assumed-role/pod/web");
        assertThat(answer.credentials().expiration())
                .as("an hour, though the token ends after ten minutes")
                .isEqualTo(Workbench.START_SECOND.plus(Duration.ofHours(1)));
        Actor session = session(answer);
        assertThat(session.sts().getCallerIdentity().arn())
                .isEqualTo(answer.assumedRoleUser().arn());
        assertThat(session.iam().listUsers().users()).isNotEmpty();
        bench.pass(Duration.ofMinutes(30));
        assertThat(session.iam().listUsers().users())
                .as("the token has expired")
                .isNotEmpty();
    }

    @Test
    void itLastsAsLongAsTheRoleAllows() {
        assertRefused(
                () -> assume(token(), request -> request.durationSeconds(3601)),
                "ValidationError",
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        admin.updateRole(update -> update.roleName(ROLE).maxSessionDuration(7200));
        assertThat(assume(token(), request -> request.durationSeconds(7200))
                        .credentials()
                        .expiration())
                .isEqualTo(Workbench.START_SECOND.plus(Duration.ofHours(2)));
    }

    @Test
    void sessionPoliciesLimitIt() {
        roleMay(Documents.ALLOW_ALL);
        AssumeRoleWithWebIdentityResponse answer =
                assume(token(), request -> request.policy(Documents.allow("iam:ListUsers", "*")));
        assertThat(answer.packedPolicySize()).isBetween(1, 100);
        session(answer).iam().listUsers();
        assertThat(Refusal.of(() -> session(answer).iam().listGroups()).text())
                .endsWith("because no session policy allows the iam:ListGroups action");
        assertThat(Refusal.of(() -> assume(token(), request -> request.policy("{}")))
                        .code())
                .isEqualTo("MalformedPolicyDocument");
        String tooLong = Documents.allow("s3:GetObject", "arn:aws:s3:::bucket/" + "x".repeat(2048));
        assertThat(Refusal.of(() -> assume(token(), request -> request.policy(tooLong)))
                        .code())
                .isEqualTo("PackedPolicyTooLarge");
    }

    @Test
    void anIssuerThatDoesNotAnswerIsAskedAgainLater() {
        String token = token();
        issuer.close();

        assertRefused(
                () -> assume(token),
                "IDPCommunicationError",
                "Couldn't reach your identity provider, please try again");
    }

    @Test
    void aTokenForSeveralIsTakenForTheOneThatIsRegistered() {
        trustOnlyIf("{'StringEquals':{'ISS:aud':'sts.amazonaws.com'}}");
        assertThat(assume(issuer.token(bench.now(), claims -> claims.audience(List.of("other", TestIssuer.CLIENT))))
                        .audience())
                .isEqualTo(TestIssuer.CLIENT);
    }

    @Test
    void aRoleThatIsNotThereIsRefusedLikeOneThatDoesNotTrust() {
        admin.updateAssumeRolePolicy(
                update -> update.roleName(ROLE).policyDocument(Documents.trust(Workbench.ACCOUNT)));
        for (String role : List.of("role/pod", "role/none", "role/path/pod")) {
            assertDenied(() -> assume(token(), request -> request.roleArn(ARN + role)), NOT_AUTHORIZED);
        }
        assertRefused(
                () -> assume(token(), request -> request.roleArn("nothing-valid-in-here")),
                "ValidationError",
                "nothing-valid-in-here is invalid");
    }

    @Test
    void aStatementThatDeniesSaysNoMore() {
        admin.updateAssumeRolePolicy(update -> update.roleName(ROLE)
                .policyDocument(Documents.policy(
                        "{'Effect':'Allow','Principal':{'Federated':'ISS'},'Action':'sts:AssumeRoleWithWebIdentity'}"
                                .replace('\'', '"')
                                .replace("ISS", provider()),
                        "{'Effect':'Deny','Principal':'AWS','Action':'sts:AssumeRoleWithWebIdentity'}"
                                .replace("'AWS'", "{'AWS':'*'}")
                                .replace('\'', '"'))));
        assertDenied(() -> assume(token()), NOT_AUTHORIZED);
    }

    @Test
    void anotherProviderOfTheAccountIsNotTheOneThatTheRoleTrusts() {
        admin.createRole(create -> create.roleName("other")
                .assumeRolePolicyDocument(trustIf("{}").replace(issuer.name(), "other.example")));
        assertDenied(() -> assume(token(), request -> request.roleArn(ARN + "role/other")), NOT_AUTHORIZED);
    }

    @Test
    void nobodyIsLetInAfterTheProviderIsDeleted() {
        String token = token();
        Runnable delete =
                () -> admin.deleteOpenIDConnectProvider(request -> request.openIDConnectProviderArn(provider()));
        String text = "No OpenIDConnect provider found in your account for " + issuer.url();
        assertRefused(() -> bench.callUnsigned(request(token, _ -> {}), delete), "InvalidIdentityToken", text);
        assertRefused(() -> assume(token), "InvalidIdentityToken", text);
    }

    @Test
    void noOtherAccountsProviderVouchesForARole() {
        bench.otherAdministrator();
        assertRefused(
                () -> assume(
                        token(), request -> request.roleArn("arn:aws:iam::" + Workbench.OTHER_ACCOUNT + ":role/r")),
                "InvalidIdentityToken",
                "No OpenIDConnect provider found in your account for " + issuer.url());
    }

    @Test
    void tokensOfOauthAreRefusedAsAwsDoes() {
        assertRefused(
                () -> assume(token(), request -> request.providerId("www.amazon.com")),
                "InvalidIdentityToken",
                "Provided Token is not a Login With Amazon token");
        assertRefused(
                () -> assume(token(), request -> request.providerId("graph.facebook.com")),
                "IDPRejectedClaim",
                "graph.facebook.com: graph.facebook.com responded with HTTP/1.1 400 Bad Request");
        assertRefused(
                () -> assume(token(), request -> request.providerId("example.org")),
                "ValidationError",
                "Unrecognized OAuth provider. Do not include a provider parameter when submitting OpenIDConnect ID"
                        + " tokens");
    }

    @Test
    void anIssuerThatIsRegisteredWithoutAThumbprintIsLookedAt() throws Exception {
        String arn = admin.createOpenIDConnectProvider(create -> create.url(issuer.url() + "/other"))
                .openIDConnectProviderArn();
        assertThat(admin.getOpenIDConnectProvider(get -> get.openIDConnectProviderArn(arn))
                        .thumbprintList())
                .containsExactly(issuer.certificates().thumbprint());
        String url = issuer.url();
        issuer.close();
        assertRefused(
                () -> admin.createOpenIDConnectProvider(create -> create.url(url + "/gone")),
                "OpenIdIdpCommunicationError",
                "Unable to connect to the OpenID Connect identity provider " + url + "/gone");
    }
}
