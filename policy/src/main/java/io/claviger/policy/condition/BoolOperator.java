package io.claviger.policy.condition;

import io.claviger.policy.pattern.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operator {@code Bool}; case does not matter. */
final class BoolOperator {

    private BoolOperator() {}

    static @Nullable Boolean parse(String text) {
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        return text.equalsIgnoreCase("false") ? false : null;
    }

    static ValueTest of(List<String> values) {
        boolean listsTrue = values.stream().anyMatch("true"::equalsIgnoreCase);
        boolean listsFalse = values.stream().anyMatch("false"::equalsIgnoreCase);
        return (value, context) -> {
            Boolean given = parse(value);
            if (given == null) {
                return Truth.UNKNOWN;
            }
            return Truth.of(given ? listsTrue : listsFalse);
        };
    }
}
