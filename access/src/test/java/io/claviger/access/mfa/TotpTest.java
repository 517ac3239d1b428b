package io.claviger.access.mfa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.abort;

import io.claviger.iam.Base32;
import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] RFC_KEY = "12345678901234567890".getBytes(US_ASCII);

    /** RFC 6238, appendix B, for SHA-1; of its eight digits the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheRfc(long second, String code) {
        assertThat(Totp.code(RFC_KEY, Totp.step(Instant.ofEpochSecond(second), 30)))
                .isEqualTo(code);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489"
    })
    void codesOfCountersAreThoseOfTheRfc(long step, String code) {
        assertThat(Totp.code(RFC_KEY, step)).isEqualTo(code);
    }

    @Test
    void base32IsThatOfTheRfc() {
        assertThat(Base32.encode("fooba".getBytes(US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Base32.decode("MZXW6YTB")).isEqualTo("fooba".getBytes(US_ASCII));
        assertThat(Base32.decode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")).isEqualTo(RFC_KEY);
        assertThat(Base32.encode("foob".getBytes(US_ASCII))).isEqualTo("MZXW6YQ");
        assertThat(Base32.encode("f".getBytes(US_ASCII))).isEqualTo("MY");
        for (int length = 0; length <= 40; length++) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            assertThat(Base32.encode(bytes)).hasSize((length * 8 + 4) / 5);
            assertThat(Base32.decode(Base32.encode(bytes))).isEqualTo(bytes);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Base32.decode("MZXW6YT1"));
    }

    @Test
    void anotherProgramMakesTheSameCodes() throws Exception {
        byte[] bytes = new byte[40];
        Random random = new Random(2);
        for (int i = 0; i < 20; i++) {
            random.nextBytes(bytes);
            long second = random.nextLong(4_000_000_000L);
            assertThat(oathtool(Base32.encode(bytes), second))
                    .isEqualTo(Totp.code(bytes, Totp.step(Instant.ofEpochSecond(second), 30)));
        }
    }

    private static String oathtool(String seed, long second) throws InterruptedException {
        try {
            Process oathtool = new ProcessBuilder("oathtool", "--totp", "--base32", "--now=@" + second, seed)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(oathtool.getInputStream().readAllBytes(), US_ASCII).strip();
            assertThat(oathtool.waitFor()).as(said).isZero();
            return said;
        } catch (IOException e) {
            return abort("not tested: oathtool is not installed (scripts/install-clients)");
        }
    }
}
