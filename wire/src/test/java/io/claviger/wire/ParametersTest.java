package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static final byte[] NONE = new byte[0];

    @Test
    void percentSignsPlusesAndUtf8AreDecoded() {
        assertThat(WireTexts.form("a=1+2%203&b%2Ec=%C3%A9\u00e9&d&e=&&f==").values())
                .containsExactly(
                        Map.entry("a", "1 2 3"),
                        Map.entry("b.c", "\u00e9\u00e9"),
                        Map.entry("d", ""),
                        Map.entry("e", ""),
                        Map.entry("f", "="));
    }

    @Test
    void whatTheUrlEncoderWritesIsReadBack() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(20), 0, 0x110000)
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            String form = "k=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
            assertThat(WireTexts.form(form).get("k")).isEqualTo(text);
        }
    }

    @Test
    void theQueryComesBeforeTheForm() {
        ParsedParameters parsed = ParsedParameters.of("Action=ListUsers", "Version=1".getBytes(StandardCharsets.UTF_8));
        assertThat(WireTexts.accepted(parsed).values().keySet()).containsExactly("Action", "Version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%+1", "a=%FF", "a=%C0%80", "a=%ED%A0%80", "%C3=1", "=x"})
    void whatIsNotPercentEncodedUtf8IsRefused(String query) {
        assertRefused(ParsedParameters.of(query, NONE));
        assertRefused(ParsedParameters.of(null, query.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aNameGivenTwiceIsRefusedAcrossQueryAndForm() {
        assertRefused(ParsedParameters.of("Action=a&Action=a", NONE));
        assertRefused(ParsedParameters.of("Action=a", "%41ction=b".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aQueryThatIsNotAsciiIsRefused() {
        assertRefused(ParsedParameters.of("a=\u00e9", NONE));
        assertRefused(ParsedParameters.of("a=\ud800", NONE));
    }

    @Test
    void theBoundsHold() {
        String most = many(Parameters.MAX_PARAMETERS);
        assertThat(WireTexts.form(most).values()).hasSize(Parameters.MAX_PARAMETERS);
        assertRefused(ParsedParameters.of(many(Parameters.MAX_PARAMETERS + 1), NONE));
        assertThat(WireTexts.form("n".repeat(Parameters.MAX_NAME_LENGTH)).values())
                .hasSize(1);
        assertRefused(ParsedParameters.of("n".repeat(Parameters.MAX_NAME_LENGTH + 1), NONE));
    }

    @Test
    void theTextFormShowsNoValue() {
        assertThat(WireTexts.form("Password=hunter2")).hasToString("Parameters[Password]");
    }

    private static String many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i + "=").collect(Collectors.joining("&"));
    }

    private static void assertRefused(ParsedParameters parsed) {
        assertThat(parsed).isInstanceOfSatisfying(ParsedParameters.Rejected.class, rejected -> {
            assertThat(rejected.error().code()).isEqualTo("MalformedQueryString");
            assertThat(rejected.error().status()).isEqualTo(404);
        });
    }
}
