package io.claviger.sigv4;

import static io.claviger.sigv4.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.sigv4.Refusal.Code;
import io.claviger.sigv4.Verification.Refused;
import io.claviger.sigv4.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of Amazon S3. */
class ObjectStoreTest {

    private final Verifier<String> store = Requests.verifier(Requests.S3);

    private static Signer signer() {
        return Signer.of(Requests.KEY_ID, SigningSecret.of(Requests.SECRET), "eu-central-1", "s3")
                .forObjectStore();
    }

    private static HttpRequest put(String path) {
        return new HttpRequest(
                "PUT",
                path,
                "",
                List.of(new Header("Host", "bucket.example.com")),
                "content".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aKeyIsTakenAsItIs() {
        assertThat(store.verify(signer().sign(put("/a//b/../c%20d/%C3%A4/%2F"), NOW)))
                .isInstanceOf(Verified.class);
        assertRefused(
                store.verify(Requests.line(signer().sign(put("/a//b"), NOW), "PUT", "/a/b")),
                Code.SIGNATURE_DOES_NOT_MATCH);
        assertRefused(
                store.verify(Requests.line(signer().sign(put("/a/b"), NOW), "PUT", "/a%2Fb")),
                Code.SIGNATURE_DOES_NOT_MATCH);
        assertRefused(store.verify(put("/%")), Code.INVALID_URI);
    }

    @Test
    void theHashOfTheBodyMustBeThereAndRight() {
        HttpRequest signed = signer().sign(put("/key"), NOW);

        assertThat(store.verify(signed))
                .isInstanceOfSatisfying(
                        Verified.class, v -> assertThat(v.payload()).isEqualTo(new Payload.Signed()));
        assertRefused(store.verify(Requests.body(signed, "other")), Code.CONTENT_SHA256_MISMATCH);
        Signer plain = Signer.of(Requests.KEY_ID, SigningSecret.of(Requests.SECRET), "eu-central-1", "s3");
        assertRefused(store.verify(plain.sign(put("/key"), NOW)), Code.INVALID_REQUEST);
    }

    @Test
    void aBodyMayBeLeftOpen() {
        Signer plain = Signer.of(Requests.KEY_ID, SigningSecret.of(Requests.SECRET), "eu-central-1", "s3");
        HttpRequest signed = plain.sign(Requests.plus(put("/key"), "x-amz-content-sha256", "UNSIGNED-PAYLOAD"), NOW);

        assertThat(store.verify(signed))
                .as("the signer hashed the body, the header says it did not")
                .isInstanceOf(Refused.class);
        assertThat(store.verify(Requests.body(signer().presign(put("/key"), NOW, Duration.ofHours(1)), "any")))
                .isInstanceOfSatisfying(
                        Verified.class, v -> assertThat(v.payload()).isEqualTo(new Payload.Unsigned()));
    }

    @Test
    void aPresignedRequestLivesAsLongAsItSays() {
        HttpRequest request = signer().presign(put("/key"), NOW, Duration.ofDays(7));

        assertThat(Requests.verifier(Requests.S3, NOW.plus(Duration.ofDays(7))).verify(request))
                .isInstanceOf(Verified.class);
        assertRefused(
                Requests.verifier(Requests.S3, NOW.plus(Duration.ofDays(7)).plusSeconds(1))
                        .verify(request),
                Code.ACCESS_DENIED);
        assertRefused(Requests.verifier(Requests.S3, NOW.minusSeconds(901)).verify(request), Code.ACCESS_DENIED);
    }

    @Test
    void aPresignedRequestMustSayHowLongItLives() {
        HttpRequest request = signer().presign(put("/key"), NOW, Duration.ofSeconds(60));

        assertRefused(store.verify(Requests.query(request, "&X-Amz-Expires=60", "")), Code.INCOMPLETE_SIGNATURE);
    }

    @Test
    void aSessionTokenMustBeSigned() {
        Signer temporary = Signer.of(Requests.TEMPORARY_KEY_ID, SigningSecret.of(Requests.SECRET), "eu-central-1", "s3")
                .forObjectStore();

        assertThat(store.verify(temporary.withSessionToken(Requests.TOKEN).sign(put("/key"), NOW)))
                .isInstanceOf(Verified.class);
        assertRefused(
                store.verify(Requests.plus(temporary.sign(put("/key"), NOW), "X-Amz-Security-Token", Requests.TOKEN)),
                Code.SIGNATURE_DOES_NOT_MATCH);
    }

    private static void assertRefused(Verification<String> verification, Code code) {
        assertThat(verification)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
