package io.claviger.sigv4;

import static io.claviger.sigv4.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.sigv4.Verification.Verified;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What our signer signs, our verifier verifies, whatever is in it. */
class RoundTripTest {

    private static final int REQUESTS = 2_000;
    private static final String LETTERS = "aZ09 -._~%+&=/?#:;,\"'()[]@!$*äß漢字ሴ";

    private final Random random = new Random(20260301);

    @Test
    void anythingSignedIsVerified() {
        for (int i = 0; i < REQUESTS; i++) {
            boolean objectStore = random.nextBoolean();
            HttpRequest request = request();
            Signer signer = Signer.of(
                    Requests.KEY_ID, SigningSecret.of(Requests.SECRET), "us-east-1", objectStore ? "s3" : "iam");
            Verifier<String> verifier = Requests.verifier(objectStore ? Requests.S3 : Requests.IAM);
            signer = objectStore ? signer.forObjectStore() : signer;

            assertThat(verifier.verify(signer.sign(request, NOW)))
                    .as("%s?%s %s", request, request.query(), request.headers())
                    .isInstanceOf(Verified.class);
            assertThat(verifier.verify(signer.presign(request, NOW, Duration.ofSeconds(random.nextInt(604_801)))))
                    .as("%s?%s %s", request, request.query(), request.headers())
                    .isInstanceOf(Verified.class);
        }
    }

    private HttpRequest request() {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Host", "example.com:" + random.nextInt(65_536)));
        for (int i = random.nextInt(8); i > 0; i--) {
            headers.add(new Header("X-Meta-" + random.nextInt(4), text(20)));
        }
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            query.append(query.isEmpty() ? "" : "&").append(UriEncoding.encode(text(8)));
            query.append(random.nextInt(4) == 0 ? "" : "=" + UriEncoding.encode(text(12)));
        }
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            path.append('/').append(random.nextInt(8) == 0 ? ".." : UriEncoding.encode(text(6)));
        }
        byte[] body = new byte[random.nextInt(200)];
        random.nextBytes(body);
        return new HttpRequest(
                random.nextBoolean() ? "POST" : "DELETE", path.toString(), query.toString(), headers, body);
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(random.nextInt(20) == 0 ? "😀" : LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
