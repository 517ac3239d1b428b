package io.claviger.policy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "getobject, getobject, 0",
        "getobjct, getobject, 1",
        "getobjetc, getobject, 1",
        "kitten, sitting, 3",
        "'', abc, 3",
        "abc, '', 3",
        "ca, abc, 3",
    })
    void theDistanceCountsInsertionsDeletionsChangesAndSwaps(String one, String other, int distance) {
        assertThat(Spelling.distance(one, other, 9)).isEqualTo(distance);
        assertThat(Spelling.distance(one, other, distance)).isEqualTo(distance);
    }

    @Test
    void aDistanceBeyondTheBoundIsOnlyKnownToBeGreater() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 5_000; i++) {
            String one = word(random);
            String other = word(random);
            int exact = Spelling.distance(one, other, 100);
            int bound = random.nextInt(8);
            int bounded = Spelling.distance(one, other, bound);
            if (exact <= bound) {
                assertThat(bounded).isEqualTo(exact);
            } else {
                assertThat(bounded).isGreaterThan(bound);
            }
            assertThat(Spelling.distance(other, one, 100)).isEqualTo(exact);
        }
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int length = random.nextInt(9); length > 0; length--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }
}
