package io.claviger.powershell.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long list on both sides: the right one is joined to a text once, not for each item of the left one. */
class LongOperandsTest {

    private static final List<String> LEFT = Collections.nCopies(50, "a");

    private static final class Counted extends AbstractList<String> {
        private int asked;

        @Override
        public String get(int index) {
            asked++;
            return "a";
        }

        @Override
        public int size() {
            return 3;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eq",
                "ne",
                "ceq",
                "gt",
                "ge",
                "lt",
                "le",
                "like",
                "notlike",
                "match",
                "notmatch",
                "cmatch",
                "contains",
                "notcontains"
            })
    void operandIsJoinedOnce(String operator) {
        Counted operand = new Counted();
        Object _ = Operators.apply(operator, LEFT, operand, _ -> {});
        assertThat(operand.asked).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "notin", "cin"})
    void itemIsJoinedOnce(String operator) {
        Counted item = new Counted();
        Object _ = Operators.apply(operator, item, LEFT, _ -> {});
        assertThat(item.asked).isEqualTo(3);
    }

    @Test
    void patternAndReplacementAreJoinedOnce() {
        Counted pattern = new Counted();
        Counted replacement = new Counted();
        assertThat(Operators.apply("replace", Collections.nCopies(50, "a a a"), List.of(pattern, replacement), _ -> {}))
                .isEqualTo(Collections.nCopies(50, "a a a"));
        assertThat(pattern.asked).isEqualTo(3);
        assertThat(replacement.asked).isEqualTo(3);
    }
}
