package io.claviger.policy.condition;

import io.claviger.policy.pattern.Truth;
import java.util.List;
import java.util.Objects;

/** Date operators. */
final class DateOperators {

    private DateOperators() {}

    static ValueTest of(Comparison comparison, List<String> values) {
        Moment[] moments =
                values.stream().map(Moment::parse).filter(Objects::nonNull).toArray(Moment[]::new);
        return (value, context) -> {
            Moment given = Moment.parse(value);
            if (given == null) {
                return Truth.UNKNOWN;
            }
            for (Moment moment : moments) {
                if (comparison.holds(given.compareTo(moment))) {
                    return Truth.TRUE;
                }
            }
            return Truth.FALSE;
        };
    }
}
