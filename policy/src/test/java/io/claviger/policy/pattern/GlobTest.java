package io.claviger.policy.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    /** {@code *} and {@code ?} match all; {@code +} and {@code !} all but colons. */
    private static int[] tokens(String pattern) {
        return pattern.chars()
                .map(c -> switch (c) {
                    case '*' -> Glob.RUN;
                    case '?' -> Glob.ONE;
                    case '+' -> Glob.SEGMENT_RUN;
                    case '!' -> Glob.SEGMENT_ONE;
                    default -> c;
                })
                .toArray();
    }

    /** The definition of a match, with a table of all pairs of positions. */
    private static boolean defined(int[] tokens, String text) {
        boolean[][] match = new boolean[tokens.length + 1][text.length() + 1];
        match[tokens.length][text.length()] = true;
        for (int p = tokens.length - 1; p >= 0; p--) {
            for (int t = text.length(); t >= 0; t--) {
                boolean here = t < text.length();
                boolean colon = here && text.charAt(t) == ':';
                match[p][t] = switch (tokens[p]) {
                    case Glob.RUN -> match[p + 1][t] || (here && match[p][t + 1]);
                    case Glob.SEGMENT_RUN -> match[p + 1][t] || (here && !colon && match[p][t + 1]);
                    case Glob.ONE -> here && match[p + 1][t + 1];
                    case Glob.SEGMENT_ONE -> here && !colon && match[p + 1][t + 1];
                    default -> here && text.charAt(t) == tokens[p] && match[p + 1][t + 1];
                };
            }
        }
        return match[0][0];
    }

    @Test
    void agreesWithTheDefinitionOnRandomPatterns() {
        SplittableRandom random = new SplittableRandom(3);
        int matches = 0;
        for (int i = 0; i < 200_000; i++) {
            String pattern = random(random, "ab:*?+!*", 9);
            String text = random(random, "ab:", 12);
            boolean expected = defined(tokens(pattern), text);
            assertThat(Glob.of(tokens(pattern)).matches(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(expected);
            matches += expected ? 1 : 0;
        }
        assertThat(matches).isGreaterThan(10_000);
    }

    private static String random(SplittableRandom random, String alphabet, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "*a, 40, b, a, 300",
        "*a, 40, a, a, 300",
        "a*, 100, '', a, 2000",
        "*, 500, a, a, 5000",
        "*?, 50, '', x, 49"
    })
    void answersPathologicalPatternsAsDefined(String repeated, int times, String end, String letter, int length) {
        int[] tokens = tokens(repeated.repeat(times) + end);
        String text = letter.repeat(length);
        assertThat(Glob.of(tokens).matches(text)).isEqualTo(defined(tokens, text));
        assertThat(Glob.of(tokens).matches(text + "b")).isEqualTo(defined(tokens, text + "b"));
    }

    @ParameterizedTest
    @CsvSource({"*+, 60, b, a:, 200", "+:*, 40, b, a:, 100"})
    void answersPathologicalSegmentPatternsAsDefined(String repeated, int times, String end, String word, int count) {
        int[] tokens = tokens(repeated.repeat(times) + end);
        String text = word.repeat(count);
        assertThat(Glob.of(tokens).matches(text)).isEqualTo(defined(tokens, text));
    }

    @ParameterizedTest
    @CsvSource({
        "S3:Get*, s3:GETobject, true",
        "s3:get?, S3:Get, false",
        "s3:*T, s3:put, true",
        "É*, éa, false",
        "k, \u212a, false"
    })
    void ignoresTheCaseOfAsciiLettersOnly(String pattern, String text, boolean matches) {
        assertThat(Glob.ignoringCase(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void matchesAStretchOfAText() {
        Glob glob = Glob.of(tokens("a*c"));
        assertThat(glob.matches("xabcx", 1, 4)).isTrue();
        assertThat(glob.matches("xabcx", 0, 4)).isFalse();
        assertThat(glob.matches("xabcx", 1, 5)).isFalse();
    }
}
