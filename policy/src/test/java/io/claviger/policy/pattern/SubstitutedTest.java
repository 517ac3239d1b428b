package io.claviger.policy.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutedTest {

    private static final Variables VALUES = variables(Map.of("a", "x", "b", "x*", "empty", ""));

    private static Variables variables(Map<String, String> values) {
        return new Variables() {
            @Override
            public @Nullable String text(String key) {
                return values.get(key);
            }

            @Override
            public boolean absent(String key) {
                return !values.containsKey(key);
            }
        };
    }

    private static TextPattern pattern(String text) {
        return TextPattern.of(Template.of(text, true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "${a}, x, TRUE",
        "${a}, xx, FALSE",
        "${a}, '', FALSE",
        "${A}, x, TRUE",
        "p/${a}/q, p/x/q, TRUE",
        "p/${a}/q, p/x/qq, FALSE",
        "p/${a}/*, p/x/, TRUE",
        "p/${a}/*, p/x, FALSE",
        "p/${a}/*, p/y/z, FALSE",
        "p/${a}/*z, p/x/yz, TRUE",
        "p/${a}/*z, p/x/zy, FALSE",
        "p/*/${a}, p/1/x, TRUE",
        "p/*/${a}, p/1/y, FALSE",
        "${b}, x*, TRUE",
        "${b}, xx, FALSE",
        "*${b}?, 1x*2, TRUE",
        "*${b}?, 1xx2, FALSE",
        "${empty}a, a, TRUE",
        "*${empty}, a, TRUE",
        "${none}, x, UNKNOWN",
        "q${none}*, x, UNKNOWN",
        "'${none, ''d''}e', de, TRUE",
        "'${a, ''d''}', x, TRUE",
        "'${a, ''d''}', d, FALSE"
    })
    void valuesStandForThemselves(String pattern, String text, Truth truth) {
        assertThat(pattern(pattern).match(text, VALUES)).isEqualTo(truth);
    }

    @Test
    void matchesWhatThePatternWithTheValueWrittenOutMatches() {
        SplittableRandom random = new SplittableRandom(9);
        String pieces = "ab*?v";
        int matched = 0;
        for (int round = 0; round < 50_000; round++) {
            StringBuilder written = new StringBuilder();
            StringBuilder template = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                char piece = pieces.charAt(random.nextInt(pieces.length()));
                written.append(piece == 'v' ? "ab" : piece);
                template.append(piece == 'v' ? "${v}" : piece);
            }
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(7); i > 0; i--) {
                text.append("ab".charAt(random.nextInt(2)));
            }
            Truth expected = pattern(written.toString()).match(text.toString(), VALUES);
            assertThat(pattern(template.toString()).match(text.toString(), variables(Map.of("v", "ab"))))
                    .as("%s on %s", template, text)
                    .isEqualTo(expected);
            matched += expected == Truth.TRUE ? 1 : 0;
        }
        assertThat(matched).isBetween(2_000, 48_000);
    }
}
