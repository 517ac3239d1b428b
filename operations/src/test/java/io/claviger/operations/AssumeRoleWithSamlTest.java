package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.saml.ResponseDraft;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.AssertionEncryptionModeType;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;

class AssumeRoleWithSamlTest extends SamlRole {

    @Test
    @SuppressWarnings("deprecation") // the packed size, which AWS still shows
    void theAnswerSaysWhoseSessionItIs() {
        AssumeRoleWithSamlResponse answer = assume(draft());

        assertThat(answer.subject()).isEqualTo("_cbb88bf52c2510eabe00c1642d4643f41430fe25e3");
        assertThat(answer.subjectType()).isEqualTo("persistent");
        assertThat(answer.issuer()).isEqualTo("https://idp.example/metadata");
        assertThat(answer.audience()).isEqualTo(ADDRESS);
        // printf 'https://idp.example/metadata123456789012/corp' | openssl dgst -sha1 -binary | base64
        assertThat(answer.nameQualifier()).isEqualTo("LinabYqtglDDs4fgSiyieEGd1m8=");
        assertThat(answer.assumedRoleUser().arn()).isEqualTo("arn:aws:sts::123456789012:assumed-role/sso/alice");
        assertThat(answer.assumedRoleUser().assumedRoleId()).matches("AROA[A-Z2-7]{17}:alice");
        assertThat(answer.packedPolicySize()).isNull();
        assertThat(answer.sourceIdentity()).isNull();
        assertThat(answer.credentials().expiration()).isEqualTo(Workbench.START_SECOND.plus(Duration.ofHours(1)));
        assertThat(actor(answer.credentials()).sts().getCallerIdentity().arn())
                .isEqualTo(answer.assumedRoleUser().arn());
    }

    @Test
    void aPolicyThatIsTooLongIsRefused() {
        String tooLong = Documents.allow("s3:GetObject", "arn:aws:s3:::bucket/" + "x".repeat(2048));

        assertThat(Refusal.of(() -> assume(draft(), request -> request.policy(tooLong)))
                        .code())
                .isEqualTo("PackedPolicyTooLarge");
    }

    @Test
    void anEncryptedAssertionIsTakenByTheHolderOfTheKey() {
        admin.updateSAMLProvider(update -> update.samlProviderArn(PROVIDER)
                .addPrivateKey(HOLDER.privateKeyPem())
                .assertionEncryptionMode(AssertionEncryptionModeType.REQUIRED));

        assertThat(assume(request(draft().encryptedFor(HOLDER.publicKey()))).subject())
                .isNotEmpty();
        assertRefused(
                () -> assume(draft()),
                "InvalidIdentityToken",
                "The SAML assertion is not encrypted, which the provider requires");
    }

    @Test
    void thePairOfRoleAndProviderStandsInEitherOrderAmongOthers() {
        assertThat(assume(draft().with("Role", ARN + "role/other," + PROVIDER, " " + PROVIDER + " , " + ROLE + " "))
                        .subject())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arn:aws:iam::123456789012:role/sso",
                "arn:aws:iam::123456789012:role/sso,arn:aws:iam::123456789012:saml-provider/other",
                "arn:aws:iam::123456789012:role/other,arn:aws:iam::123456789012:saml-provider/corp",
                "arn:aws:iam::999999999999:role/sso,arn:aws:iam::123456789012:saml-provider/corp",
                "arn:aws:iam::123456789012:role/sso,arn:aws:iam::123456789012:saml-provider/corp,x"
            })
    void aRoleThatTheAssertionDoesNotNameIsRefused(String pair) {
        assertRefused(
                () -> assume(draft().with("Role", pair)),
                "InvalidIdentityToken",
                "SAML Assertion doesn't contain the requested Role and Metadata in the attributes");
    }

    @Test
    void theAttributeOfTheSessionsNameIsRequiredAndChecked() {
        assertRefused(
                () -> assume(draft().without("RoleSessionName")),
                "InvalidIdentityToken",
                "RoleSessionName is required in AuthnResponse");
        String text = "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}";
        for (String name : new String[] {"a", "Alice Example", "a".repeat(65), "", "al/ice"}) {
            assertRefused(() -> assume(draft().with("RoleSessionName", name)), "InvalidIdentityToken", text);
        }
        assertRefused(() -> assume(draft().with("RoleSessionName", "alice", "bob")), "InvalidIdentityToken", text);
    }

    @ParameterizedTest
    @CsvSource({
        "saml-provider/none, InvalidIdentityToken, Specified provider doesn't exist",
        "role/sso, ValidationError, Principal ARN is invalid"
    })
    void theProviderMustExist(String provider, String code, String text) {
        assertRefused(() -> assume(draft(), request -> request.principalArn(ARN + provider)), code, text);
    }

    @Test
    void theRoleMustBeOne() {
        assertRefused(
                () -> assume(draft(), request -> request.roleArn(PROVIDER)),
                "ValidationError",
                "Request ARN is invalid");
        String none = ARN + "role/none";
        assertRefused(
                () -> assume(draft().with("Role", none + "," + PROVIDER), request -> request.roleArn(none)),
                "AccessDenied",
                DENIED);
    }

    @Test
    void aRoleThatDoesNotTrustTheProviderIsRefused() {
        createRole("sealed", Documents.trust(ACCOUNT));
        String sealed = ARN + "role/sealed";
        assertRefused(
                () -> assume(draft().with("Role", sealed + "," + PROVIDER), request -> request.roleArn(sealed)),
                "AccessDenied",
                DENIED);
    }

    @Test
    void aKeyOfTheAccountMakesNoDifference() {
        String forged = request(draft().signed()).samlAssertion();
        assertRefused(() -> bench.administrator().call(request(forged)), "AccessDenied", DENIED);
    }

    @Test
    void whatIsWrongWithAResponseIsSaidInAwssWords() {
        assertRefused(() -> assume(request("%%%%")), "InvalidIdentityToken", "Invalid base64 SAMLResponse");
        assertRefused(
                () -> assume(request("aGVsbG8=")),
                "InvalidIdentityToken",
                "Your request included an invalid SAML response");
        assertRefused(
                () -> assume(
                        request(ResponseDraft.of(HOLDER.calling(IDP.entityId()), bench.now(), ROLE, PROVIDER, "alice")
                                .signed())),
                "InvalidIdentityToken",
                "Response signature invalid");
        assertRefused(
                () -> assume(ResponseDraft.of(HOLDER, bench.now(), ROLE, PROVIDER, "alice")),
                "InvalidIdentityToken",
                "Issuer not present in specified provider");
        assertRefused(
                () -> assume(draft().issuedAt(bench.now().minusSeconds(301))),
                "ExpiredTokenException",
                "Token must be redeemed within 5 minutes of issuance");
        assertRefused(
                () -> assume(draft().until(bench.now().minusSeconds(90))),
                "ExpiredTokenException",
                "Response has expired");
        assertRefused(
                () -> assume(draft().failing()),
                "IDPRejectedClaim",
                "The identity provider reports that the authentication failed");
    }

    @Test
    void anAssertionIsGoodOnceForEachRoleThatItNames() {
        createRole("second", trust("{}"));
        String second = ARN + "role/second";
        String response = draft().with("Role", ROLE + "," + PROVIDER, second + "," + PROVIDER)
                .signed();
        String text = "SAML Assertion has already been redeemed for this role";

        assume(request(response));
        assertRefused(() -> assume(request(response)), "InvalidIdentityToken", text);
        assume(request(response).toBuilder().roleArn(second).build());
        assertRefused(
                () -> assume(request(response).toBuilder().roleArn(second).build()), "InvalidIdentityToken", text);
        bench.pass(Duration.ofMinutes(4));
        assertRefused(() -> assume(request(response)), "InvalidIdentityToken", text);
        bench.pass(Duration.ofMinutes(1));
        assertRefused(
                () -> assume(request(response)),
                "ExpiredTokenException",
                "Token must be redeemed within 5 minutes of issuance");
    }

    @Test
    void aRefusalDoesNotUseTheAssertionUp() {
        String response = draft().signed();
        assertRefused(
                () -> assume(request(response).toBuilder().policy("{}").build()),
                "MalformedPolicyDocument",
                "Syntax errors in policy.");
        assertThat(assume(request(response)).subject()).isNotEmpty();
    }
}
