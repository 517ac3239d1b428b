package io.claviger.policy.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.pattern.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobInclusionTest {

    @ParameterizedTest
    @CsvSource({
        "*, *, true",
        "*, '', true",
        "'', *, false",
        "a*, a, true",
        "a*, ab*c, true",
        "ab*c, a*, false",
        "a?, ab, true",
        "a?*, a*?, true",
        "a*?, a?*, true",
        "*a*, *ba*, true",
        "*a, *?a, true",
        "*?a, *a, false",
        "a*b*c, abc, true",
        "a*b*c, a*c, false",
        "?*, *, false",
        "**, *, true",
        "*aa*, *aaa*, true",
        "*ab*, *a*b*, false",
    })
    void inclusionIsExact(String wide, String narrow, boolean included) {
        assertThat(GlobInclusion.includes(PatternTokens.action(wide), PatternTokens.action(narrow)))
                .isEqualTo(included);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::*:role/x, arn:aws:iam::1:role/x, true",
        "arn:aws:iam::*role/x, arn:aws:iam::1:role/x, false",
        "arn:aws:dynamodb:*:table/x, arn:aws:dynamodb:us-east-1:1:table/x, true",
        "ARN:aws:s3:::a, arn:aws:S3:::a, true",
        "arn:aws:s3:::A, arn:aws:s3:::a, false",
        "arn:aws:s3:::a/*, arn:aws:s3:::a/${aws:username}, true",
        "arn:aws:s3:::a/?, arn:aws:s3:::a/${aws:username}, false",
        "arn:aws:s3:::a/${aws:username}*, arn:aws:s3:::a/${AWS:username}/b, true",
        "arn:aws:s3:::a/${aws:userid}, arn:aws:s3:::a/${aws:username}, false",
    })
    void resourcesAreIncludedAsTheyAreEvaluated(String wide, String narrow, boolean included) {
        PatternTokens tokens = new PatternTokens();
        assertThat(GlobInclusion.includes(tokens.resource(wide), tokens.resource(narrow)))
                .isEqualTo(included);
    }

    /** Texts of up to seven letters decide the question for patterns of up to four tokens over two letters. */
    @Test
    void inclusionAgreesWithAllShortTexts() {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int i = 0; texts.get(i).length() < 7; i++) {
            texts.add(texts.get(i) + 'a');
            texts.add(texts.get(i) + 'b');
            texts.add(texts.get(i) + 'c');
        }
        SplittableRandom random = new SplittableRandom(5);
        int included = 0;
        for (int i = 0; i < 1_500; i++) {
            String wide = pattern(random);
            String narrow = pattern(random);
            Glob wideGlob = Glob.ignoringCase(wide);
            Glob narrowGlob = Glob.ignoringCase(narrow);
            boolean expected = texts.stream().noneMatch(text -> narrowGlob.matches(text) && !wideGlob.matches(text));
            assertThat(GlobInclusion.includes(PatternTokens.action(wide), PatternTokens.action(narrow)))
                    .as("%s in %s", narrow, wide)
                    .isEqualTo(expected);
            included += expected ? 1 : 0;
        }
        assertThat(included).isBetween(100, 1_400);
    }

    @Test
    void whatTakesTooLongIsNotIncluded() {
        String narrow = "*a" + "?".repeat(21);
        assertThat(GlobInclusion.includes(PatternTokens.action(narrow + "*b"), PatternTokens.action(narrow)))
                .isFalse();
        assertThat(GlobInclusion.includes(PatternTokens.action("*a?b*"), PatternTokens.action("*a".repeat(40) + "?b")))
                .isTrue();
    }

    @Test
    void overlapAgreesWithAllShortTexts() {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int i = 0; texts.get(i).length() < 8; i++) {
            texts.add(texts.get(i) + 'a');
            texts.add(texts.get(i) + 'b');
        }
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 1_500; i++) {
            String one = pattern(random);
            String other = pattern(random);
            Glob oneGlob = Glob.ignoringCase(one);
            Glob otherGlob = Glob.ignoringCase(other);
            boolean expected = texts.stream().anyMatch(text -> oneGlob.matches(text) && otherGlob.matches(text));
            assertThat(GlobOverlap.overlap(ArnParts.tokens(one), ArnParts.tokens(other)))
                    .as("%s and %s", one, other)
                    .isEqualTo(expected);
        }
    }

    private static String pattern(SplittableRandom random) {
        StringBuilder pattern = new StringBuilder();
        for (int length = random.nextInt(5); length > 0; length--) {
            pattern.append("ab*?".charAt(random.nextInt(4)));
        }
        return pattern.toString();
    }
}
