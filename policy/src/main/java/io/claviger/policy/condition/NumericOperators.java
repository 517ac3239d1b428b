package io.claviger.policy.condition;

import io.claviger.policy.pattern.Truth;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Numeric operators: 1 and 1.0 are equal. */
final class NumericOperators {

    private NumericOperators() {}

    static ValueTest of(Comparison comparison, List<String> values) {
        BigDecimal[] numbers =
                values.stream().map(Numbers::parse).filter(Objects::nonNull).toArray(BigDecimal[]::new);
        return (value, context) -> {
            BigDecimal given = Numbers.parse(value);
            if (given == null) {
                return Truth.UNKNOWN;
            }
            for (BigDecimal number : numbers) {
                if (comparison.holds(given.compareTo(number))) {
                    return Truth.TRUE;
                }
            }
            return Truth.FALSE;
        };
    }
}
