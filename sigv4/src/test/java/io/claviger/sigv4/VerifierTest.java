package io.claviger.sigv4;

import static io.claviger.sigv4.Requests.NOW;
import static io.claviger.sigv4.Requests.header;
import static io.claviger.sigv4.Requests.plainGet;
import static io.claviger.sigv4.Requests.plainPost;
import static io.claviger.sigv4.Requests.plus;
import static io.claviger.sigv4.Requests.post;
import static io.claviger.sigv4.Requests.presigned;
import static io.claviger.sigv4.Requests.query;
import static io.claviger.sigv4.Requests.signer;
import static io.claviger.sigv4.Requests.temporarySigner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.sigv4.Verification.Refused;
import io.claviger.sigv4.Verification.Verified;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

    private final Verifier<String> iam = Requests.verifier(Requests.IAM);

    record Equal(String name, HttpRequest request) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What changes nothing that is signed, on AWS as here. */
    static Stream<Equal> equals() {
        HttpRequest signedGet = signer().sign(plainGet(), NOW);
        return Stream.of(
                new Equal("white space around a value", header(post(), "Content-Type", v -> "  " + v + "\t")),
                new Equal("white space within a value", header(post(), "Content-Type", v -> v.replace(" ", "  \t "))),
                new Equal("a folded value", header(post(), "Content-Type", v -> v.replace(" ", "\r\n "))),
                new Equal("commas only in Authorization", Requests.authorization(post(), ", ", ",")),
                new Equal("spaces only in Authorization", Requests.authorization(post(), ", ", " ")),
                new Equal("another unsigned header", header(post(), "User-Agent", v -> "else")),
                new Equal("a header that never was there", plus(post(), "Accept", "*/*")),
                new Equal("redundant path", Requests.line(post(), "POST", "//./x/..")),
                new Equal("no path", Requests.line(post(), "POST", "")),
                new Equal(
                        "parameters in another order",
                        query(signedGet, plainGet().query(), "Version=2011-06-15&Action=GetCallerIdentity")),
                new Equal("needless escapes", query(signedGet, "Action", "%41ction")),
                new Equal("empty parameters", query(signedGet, "&", "&&")),
                new Equal(
                        "host as HTTP/2 sends it",
                        Requests.headers(
                                post(),
                                post().headers().stream()
                                        .map(h -> h.name().equals("Host") ? new Header(":authority", h.value()) : h)
                                        .toList())));
    }

    @ParameterizedTest
    @MethodSource("equals")
    void whatMeansTheSameIsVerified(Equal equal) {
        assertThat(iam.verify(equal.request())).isInstanceOf(Verified.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-900, -1, 0, 1, 900})
    void aQuarterOfAnHourOfSkewIsGranted(long seconds) {
        assertThat(iam.verify(signer().sign(plainPost(), NOW.plusSeconds(seconds))))
                .isInstanceOf(Verified.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sun, 01 Mar 2026 12:00:00 GMT", "20260301T120000Z"})
    void theDateHeaderServesWhereXAmzDateIsMissing(String date) {
        List<Header> headers = List.of(new Header("Host", "iam.example.com"), new Header("Date", date));
        CanonicalRequest canonical = CanonicalRequest.of(
                "GET", "/", "", SignedHeaders.parse("date;host"), new RequestHeaders(headers), Sha256.EMPTY_HEX);
        CredentialScope scope = new CredentialScope("20260301", "us-east-1", "iam");
        String signature = SigningSecret.of(Requests.SECRET)
                .keyFor(scope)
                .sign(StringToSign.ofRequest(SigningTime.of(NOW.getEpochSecond()), scope, canonical));
        HttpRequest request = plus(
                new HttpRequest("GET", "/", "", headers, new byte[0]),
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + Requests.KEY_ID + "/" + scope + ", SignedHeaders=date;host, Signature="
                        + signature);

        assertThat(iam.verify(request)).isInstanceOf(Verified.class);
    }

    @Test
    void theMismatchSaysWhatShouldHaveBeenSignedAsAwsDoes() {
        Verification<String> verification = iam.verify(Requests.body(signer().sign(plainGet(), NOW), "x"));

        assertThat(verification)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().message()).isEqualTo("""
                                The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.

                                The Canonical String for this request should have been
                                'GET
                                /
                                Action=GetCallerIdentity&Version=2011-06-15
                                host:iam.example.com
                                x-amz-date:20260301T120000Z

                                host;x-amz-date
                                2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'

                                The String-to-Sign should have been
                                'AWS4-HMAC-SHA256
                                20260301T120000Z
                                20260301/us-east-1/iam/aws4_request
                                e97d045d17bc7cc065440edd48de3cc0ea1d8069451420e98d6e19513ccc2b1b'
                                """));
    }

    @Test
    void noRefusalRepeatsASessionToken() {
        HttpRequest signed = temporarySigner().withSessionToken(Requests.TOKEN).sign(plainPost(), NOW);
        HttpRequest presigned =
                temporarySigner().withSessionToken(Requests.TOKEN).presign(plainGet(), NOW, Duration.ofMinutes(1));

        for (HttpRequest request : List.of(signed, presigned)) {
            assertThat(iam.verify(Requests.body(request, "tampered")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal().message())
                                    .contains("***")
                                    .doesNotContain(Requests.TOKEN)
                                    .doesNotContain(UriEncoding.encode(Requests.TOKEN)));
        }
    }

    @Test
    void aRefusalNamesTheKeyThatWasClaimed() {
        assertThat(iam.verify(Requests.authorization(post(), "us-east-1", "x")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.accessKeyId()).isEqualTo(Requests.KEY_ID));
    }

    @Test
    void theTokenOfAPresignedRequestMayBeAddedAfterSigning() {
        HttpRequest request = temporarySigner().presign(plainGet(), NOW, Duration.ofMinutes(1));
        HttpRequest withToken = query(
                request,
                "&X-Amz-Signature",
                "&X-Amz-Security-Token=" + UriEncoding.encode(Requests.TOKEN) + "&X-Amz-Signature");

        assertThat(iam.verify(withToken)).isInstanceOf(Verified.class);
    }

    @Test
    void anyRegionMayBeAccepted() {
        ServiceRules rules = ServiceRules.queryService(Map.of("sts", Regions.any(), "iam", Regions.of("us-east-1")));
        Signer sts = Signer.of(Requests.KEY_ID, SigningSecret.of(Requests.SECRET), "mars-north-1", "sts");

        assertThat(Requests.verifier(rules).verify(sts.sign(plainPost(), NOW))).isInstanceOf(Verified.class);
        assertThat(Requests.verifier(rules).verify(Requests.authorization(post(), "us-east-1", "mars-north-1")))
                .isInstanceOf(Refused.class);
        assertThat(Regions.any().accept("a\nb")).isFalse();
        assertThat(Regions.any().accept("")).isFalse();
        assertThat(Regions.any().accept("x".repeat(65))).isFalse();
    }

    @Test
    void nothingPrintsASecret() {
        assertThat(SigningSecret.of(Requests.SECRET).toString()).isEqualTo("SigningSecret");
        assertThat(new Lookup.Found<>("alice", SigningSecret.of(Requests.SECRET)).toString())
                .doesNotContain(Requests.SECRET);
        HttpRequest request = temporarySigner().withSessionToken(Requests.TOKEN).sign(plainPost(), NOW);
        assertThat(request + " " + request.headers())
                .doesNotContain(Requests.TOKEN)
                .doesNotContain("Signature=");
    }

    @Test
    void anEmptySecretIsNone() {
        assertThatThrownBy(() -> SigningSecret.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecretRemembersScopesWithoutGrowingOrMixingThemUp() {
        SigningSecret secret = SigningSecret.of(Requests.SECRET);
        for (int round = 0; round < 3; round++) {
            for (int day = 10; day < 30; day++) {
                CredentialScope scope = new CredentialScope("202603" + day, "us-east-1", "iam");
                SigningKey fresh = SigningSecret.of(Requests.SECRET).keyFor(scope);
                assertThat(secret.keyFor(scope).scope()).isEqualTo(scope);
                assertThat(secret.keyFor(scope).sign("x")).isEqualTo(fresh.sign("x"));
                assertThat(secret.keyFor(scope)).isSameAs(secret.keyFor(scope));
            }
        }
    }

    @Test
    void aPresignedRequestLivesAsLongAsAnySignatureWhateverItStates() {
        HttpRequest request = signer().presign(plainGet(), NOW.minusSeconds(890), Duration.ofSeconds(60));

        assertThat(iam.verify(request)).isInstanceOf(Verified.class);
        assertThat(iam.verify(presigned()))
                .isInstanceOfSatisfying(
                        Verified.class, v -> assertThat(v.method()).isEqualTo(AuthMethod.PRESIGNED_QUERY));
    }
}
