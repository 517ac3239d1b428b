package io.claviger.sigv4;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerifierFuzzTest {

    private static final int INPUTS = 20_000;

    private static final String[] WORDS = {
        "AWS4-HMAC-SHA256 ",
        "Credential=",
        "SignedHeaders=",
        "Signature=",
        "host;x-amz-date",
        "X-Amz-Algorithm=",
        "X-Amz-Credential=",
        "X-Amz-Date=20260301T120000Z",
        "X-Amz-Expires=",
        "X-Amz-Security-Token=",
        "&",
        "%",
        "%2",
        "/",
        "..",
        ", ",
        "=",
        ";",
        ":",
        "\u0001",
        "\u0001Authorization:",
        "\u0001X-Amz-Date:",
        "\u0001Date:",
        "\u0001X-Amz-Content-Sha256:",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        "UNSIGNED-PAYLOAD",
        "aws4_request",
        Requests.KEY_ID,
        "20260301",
        "us-east-1",
        "iam",
        "\r\n ",
        "\0",
        "ሴ",
        "\u212a",
        "GET",
        "POST"
    };

    @Test
    void noInputMakesTheVerifierThrow() {
        Random random = new Random(42);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = i % 2 == 0 ? bytes(random) : words(random);
            assertThatCode(() -> VerifierFuzz.fuzzerTestOneInput(input)).doesNotThrowAnyException();
        }
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = random.nextInt(12) == 0 ? 1 : bytes[i];
        }
        return bytes;
    }

    private static byte[] words(Random random) {
        StringBuilder text = new StringBuilder().append((char) random.nextInt(2));
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(WORDS[random.nextInt(WORDS.length)]);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
