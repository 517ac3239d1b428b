package io.claviger.corecmdlets;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fuzz target itself, with bytes of chance. */
class LanguageFuzzTest {

    @ParameterizedTest
    @CsvSource({"0, 20000, 40", "4, 300, 60", "4, 400, 8", "255, 5000, 40"})
    void whateverIsChosenHasAnAnswer(int kind, int rounds, int longest) {
        Random random = new Random(20_261_125L + kind + longest);
        for (int round = 0; round < rounds; round++) {
            byte[] input = new byte[1 + random.nextInt(longest)];
            random.nextBytes(input);
            input[0] = (byte) kind;
            LanguageFuzz.fuzzerTestOneInput(input);
        }
    }
}
