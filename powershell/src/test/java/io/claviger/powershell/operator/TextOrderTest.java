package io.claviger.powershell.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts are ordered as the invariant culture orders them, by CLDR's root collation. */
class TextOrderTest {

    @Test
    void namesOfUsersComeInTheOrderOfTheCulture() {
        List<String> ordered = List.of(
                "a b", "a_b", "a-b", "a,b", "a.b", "a@b", "a/b", "a+b", "a=b", "a1", "ab", "älter", "eb", "élan", "eva",
                "zoe");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort((one, other) -> TextOrder.compare(one, other, false));
        assertThat(shuffled).isEqualTo(ordered);
    }

    @ParameterizedTest
    @CsvSource({"e, é", "a, A", "é, f", "10, 9", "9, a", "Straße, Strasz"})
    void theFirstComesFirst(String one, String other) {
        assertThat(TextOrder.compare(one, other, true)).isNegative();
        assertThat(TextOrder.compare(other, one, true)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"É, é", "ALICE, alice", "ab\u200bc, abc", "e\u0301, é"})
    void theseAreTheSameWithoutRegardToCase(String one, String other) {
        assertThat(TextOrder.same(one, other, false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"İ, i", "Straße, STRASSE", "e, é", "a, b"})
    void theseAreNot(String one, String other) {
        assertThat(TextOrder.same(one, other, false)).isFalse();
    }
}
