package io.claviger.policy.condition;

import io.claviger.policy.pattern.Truth;
import java.util.List;

/** ARN operators. What is not an ARN is like none. */
final class ArnOperators {

    private ArnOperators() {}

    static ValueTest of(List<String> values, boolean variables) {
        ArnPattern[] patterns = values.stream()
                .filter(value -> ArnPattern.accepts(value, variables))
                .map(value -> ArnPattern.of(value, variables))
                .toArray(ArnPattern[]::new);
        return (value, context) -> {
            for (ArnPattern pattern : patterns) {
                if (pattern.matches(value, context)) {
                    return Truth.TRUE;
                }
            }
            return Truth.FALSE;
        };
    }
}
