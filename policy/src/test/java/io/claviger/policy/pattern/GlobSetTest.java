package io.claviger.policy.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GlobSetTest {

    private static final int[] TOKENS = {
        'a', 'b', ':', '\u4e2d', Glob.RUN, Glob.ONE, Glob.SEGMENT_RUN, Glob.SEGMENT_ONE, 'a', 'b'
    };

    private final SplittableRandom random = new SplittableRandom(11);

    private Glob glob(int longest) {
        int[] tokens = random.ints(random.nextInt(longest), 0, TOKENS.length)
                .map(i -> TOKENS[i])
                .toArray();
        return Glob.of(tokens);
    }

    private String text(int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest); i > 0; i--) {
            text.append("aab:\u4e2d\u00e9\u4e2e".charAt(random.nextInt(7)));
        }
        return text.toString();
    }

    @Test
    void matchesWhatOneOfItsPatternsMatches() {
        int matched = 0;
        int rounds = 20_000;
        for (int round = 0; round < rounds; round++) {
            List<Glob> globs = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                globs.add(glob(6));
            }
            GlobSet set = new GlobSet(globs);
            for (int i = 0; i < 10; i++) {
                String text = text(6);
                boolean expected = globs.stream().anyMatch(glob -> glob.matches(text));
                assertThat(set.matches(text)).as(text).isEqualTo(expected);
                matched += expected ? 1 : 0;
            }
        }
        assertThat(matched).as("both outcomes are met").isBetween(rounds, rounds * 9);
    }

    @Test
    void matchesPatternsOfManyWords() {
        for (int round = 0; round < 300; round++) {
            List<Glob> globs = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                globs.add(glob(200));
            }
            String near = text(150);
            globs.add(
                    TextPattern.of(Template.of(near.replace('\u00e9', '?') + "*b", false, true))
                                    instanceof TextPattern.Fixed(Glob glob)
                            ? glob
                            : glob(1));
            GlobSet set = new GlobSet(globs);
            for (String text : List.of(near, near + "b", near + "ab", near + "ba", "b" + near)) {
                assertThat(set.matches(text)).as(text).isEqualTo(globs.stream().anyMatch(one -> one.matches(text)));
            }
        }
    }

    @Test
    void aPatternSetAnswersTheSameForShortTextsAndLongOnes() {
        Variables variables = new Variables() {
            @Override
            public String text(String key) {
                return "x";
            }

            @Override
            public boolean absent(String key) {
                return false;
            }
        };
        for (String end : List.of("", "b", "c", "x", "?")) {
            List<TextPattern> patterns = List.of(
                    TextPattern.of(Template.of("a*" + "a?".repeat(20) + "*b", true, true)),
                    TextPattern.of(Template.of("a*${v}", true, true)),
                    TextPattern.of(Template.of("a*c", true, true)));
            for (int length : new int[] {30, 300, 3000}) {
                String text = "a".repeat(length) + end;
                assertThat(new PatternSet(patterns).match(text, variables))
                        .as("%d %s", length, end)
                        .isEqualTo(Truth.of(end.equals("c") || end.equals("x") || (end.equals("b") && length > 40)));
            }
            assertThat(new PatternSet(patterns).match("b".repeat(3000), NoVariables.INSTANCE))
                    .isEqualTo(Truth.UNKNOWN);
        }
    }
}
