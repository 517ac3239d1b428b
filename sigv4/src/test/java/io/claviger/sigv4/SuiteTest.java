package io.claviger.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.sigv4.Verification.Verified;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AWS's published suite: every case, signed in the header and in the query. */
class SuiteTest {

    @Test
    void theSuiteIsWhole() {
        assertThat(SuiteCase.all()).hasSize(38);
    }

    @ParameterizedTest
    @MethodSource("io.claviger.sigv4.SuiteCase#all")
    void whatAwsSignedInTheHeaderIsVerified(SuiteCase suite) {
        Verification<String> verification = suite.verifier().verify(suite.request("header_signed_request"));

        assertThat(verification)
                .isEqualTo(new Verified<>(
                        "alice",
                        "AKIDEXAMPLE",
                        new CredentialScope("20150830", "us-east-1", "service"),
                        suite.signedAt(),
                        AuthMethod.HEADER,
                        new Payload.Signed()));
    }

    @ParameterizedTest
    @MethodSource("io.claviger.sigv4.SuiteCase#all")
    void whatAwsPresignedIsVerified(SuiteCase suite) {
        Verification<String> verification = suite.verifier().verify(suite.request("query_signed_request"));

        assertThat(verification)
                .isInstanceOfSatisfying(
                        Verified.class,
                        verified -> assertThat(verified.method()).isEqualTo(AuthMethod.PRESIGNED_QUERY));
    }

    @ParameterizedTest
    @MethodSource("io.claviger.sigv4.SuiteCase#all")
    void everyStepInTheHeaderFormIsAwsToTheByte(SuiteCase suite) {
        assertSteps(suite, "header", PresignedQuery.NEVER_SIGNED);
    }

    @ParameterizedTest
    @MethodSource("io.claviger.sigv4.SuiteCase#all")
    void everyStepInTheQueryFormIsAwsToTheByte(SuiteCase suite) {
        assertSteps(
                suite, "query", suite.tokenUnsigned() ? PresignedQuery.TOKEN_NOT_SIGNED : PresignedQuery.NEVER_SIGNED);
    }

    @ParameterizedTest
    @MethodSource("io.claviger.sigv4.SuiteCase#all")
    void ourSignerSignsAsAwsDoes(SuiteCase suite) {
        SigningSecret secret = SigningSecret.of(suite.credential("secret_access_key"));
        Claim claim = claim(suite, "header");
        String stringToSign = suite.text("header_string_to_sign");

        assertThat(secret.keyFor(claim.credential().scope()).sign(stringToSign))
                .isEqualTo(suite.text("header_signature"));
        assertThat(secret.keyFor(claim.credential().scope()).sign(suite.text("query_string_to_sign")))
                .isEqualTo(suite.text("query_signature"));
    }

    private static void assertSteps(SuiteCase suite, String form, Set<String> unsignedParameters) {
        Claim claim = claim(suite, form);
        assertThat(HashedPayload.of(claim, suite.rules())).isInstanceOfSatisfying(Step.Done.class, done -> {
            CanonicalRequest canonical =
                    claim.canonicalRequest(((HashedPayload) done.value()).text(), unsignedParameters);
            assertThat(canonical.text()).hasToString(suite.text(form + "_canonical_request"));
            assertThat(StringToSign.ofRequest(
                            claim.authorization().time(), claim.credential().scope(), canonical))
                    .isEqualTo(suite.text(form + "_string_to_sign"));
        });
    }

    private static Claim claim(SuiteCase suite, String form) {
        Step<Claim> step = Claim.of(
                suite.request(form + "_signed_request"),
                suite.rules(),
                suite.signedAt().getEpochSecond());
        return switch (step) {
            case Step.Done<Claim>(var claim) -> claim;
            case Step.Stopped<Claim>(var refusal, var id) -> throw new AssertionError(id + " " + refusal);
        };
    }
}
