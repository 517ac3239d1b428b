package io.claviger.federation.saml;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short seeded run of the fuzz target, its edits made of pieces of responses. */
class SamlFuzzTest {

    private static final int INPUTS = 400;
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "<!---->",
            "<?x?>",
            "<![CDATA[x]]>",
            "&amp;",
            "&e;",
            "<a/>",
            "<saml:Assertion/>",
            "<saml:NameID>evil</saml:NameID>",
            "<ds:Signature/>",
            "<ds:Object/>",
            "<ds:Transform Algorithm=\"x\"/>",
            "xmlns:saml=\"urn:x\"",
            "ID=\"_good\"",
            "\"",
            "<",
            ">",
            "/",
            "=",
            "\u00e9",
            "\ud83d\ude00",
            "evil",
            "A");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noEditOfAGoodResponseSaysAnythingElse(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = edits(random);
            assertThatCode(() -> SamlFuzz.fuzzerTestOneInput(input))
                    .as(() -> Arrays.toString(input))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] edits(Random random) {
        ByteArrayOutputStream edits = new ByteArrayOutputStream();
        edits.write(random.nextInt(2));
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            edits.write(random.nextInt(0x20));
            edits.write(random.nextInt(0x100));
            edits.write(random.nextBoolean() ? 0 : random.nextInt(0x40));
            edits.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            edits.write(0);
        }
        return edits.toByteArray();
    }
}
