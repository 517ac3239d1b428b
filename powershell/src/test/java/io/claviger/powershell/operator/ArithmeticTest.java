package io.claviger.powershell.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

    /** With a step for each time, a thousand would take longer than any test may. */
    @Test
    void anEmptyListIsEmptyHoweverOftenItIsRepeated() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(Arithmetic.apply("*", List.of(), Integer.MAX_VALUE)).isEqualTo(List.of());
        }
    }
}
