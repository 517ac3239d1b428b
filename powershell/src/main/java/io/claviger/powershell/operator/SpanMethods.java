package io.claviger.powershell.operator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The methods of spans of time. */
final class SpanMethods {

    private SpanMethods() {}

    static Optional<MethodResult> call(Duration span, String method, List<@Nullable Object> arguments) {
        Object first = arguments.isEmpty() ? null : arguments.getFirst();
        Object result = switch (method) {
            case "negate" -> span.negated();
            case "duration" -> span.abs();
            case "add" -> TimeArithmetic.of("+", span, first);
            case "subtract" -> TimeArithmetic.of("-", span, first);
            case "multiply" -> TimeArithmetic.of("*", span, first);
            case "divide" -> TimeArithmetic.of("/", span, first);
            default -> null;
        };
        return result == null ? Optional.empty() : Optional.of(new MethodResult(result));
    }
}
