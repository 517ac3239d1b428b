package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Sums, differences, products and quotients of moments and spans of time, by the operators that .NET gives them. */
final class TimeArithmetic {

    private TimeArithmetic() {}

    static Object of(String operator, Moment left, @Nullable Object right) {
        return switch (operator) {
            case "-" -> less(left, right);
            case "+" -> moved(left, added(right));
            default -> throw OperatorErrors.noOperator(operator, left);
        };
    }

    private static Object less(Moment left, @Nullable Object right) {
        return switch (right) {
            case Moment other -> left.since(other);
            case Duration span -> moved(left, span.negated());
            case null ->
                throw method(
                        "MethodCountCouldNotFindBest",
                        "Cannot find an overload for \"op_Subtraction\" and the argument count: \"2\".");
            default ->
                throw method(
                        "MethodCountCouldNotFindBest",
                        "Multiple ambiguous overloads found for \"op_Subtraction\" and the argument count: \"2\".");
        };
    }

    private static Duration added(@Nullable Object right) {
        try {
            return span(right);
        } catch (TerminatingError error) {
            throw method(
                    "MethodArgumentConversionInvalidCastArgument",
                    "Cannot convert argument \"1\", with value: \"" + Text.plain(right)
                            + "\", for \"op_Addition\" to type \"System.TimeSpan\": \""
                            + error.error().message() + "\"");
        }
    }

    private static Duration span(@Nullable Object right) {
        if (right instanceof Moment) {
            throw Conversion.impossible(
                    Text.plain(right), "System.TimeSpan", "Invalid cast from 'System.DateTime' to 'System.TimeSpan'.");
        }
        return right == null ? Duration.ZERO : Spans.of(right);
    }

    static Object of(String operator, Duration left, @Nullable Object right) {
        return switch (operator) {
            case "+" -> left.plus(span(right));
            case "-" -> left.minus(span(right));
            case "*" -> scaled(left, BigDecimal.valueOf(Conversion.toDouble(right)));
            case "/" ->
                right instanceof Duration other
                        ? (Object) ((double) Spans.ticks(left) / Spans.ticks(other))
                        : scaled(
                                left,
                                BigDecimal.ONE.divide(
                                        BigDecimal.valueOf(Conversion.toDouble(right)),
                                        java.math.MathContext.DECIMAL128));
            default -> throw OperatorErrors.noOperator(operator, left);
        };
    }

    private static Duration scaled(Duration span, BigDecimal factor) {
        return Spans.ofTicks(BigDecimal.valueOf(Spans.ticks(span))
                .multiply(factor)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValue());
    }

    static Moment moved(Moment time, Duration span) {
        try {
            LocalDateTime moved = time.clock().plus(span);
            if (moved.getYear() >= 1 && moved.getYear() <= 9999) {
                return time.with(moved);
            }
        } catch (DateTimeException | ArithmeticException _) {
            // Reported below.
        }
        throw OperatorErrors.argument("The added or subtracted value results in an un-representable DateTime.");
    }

    private static TerminatingError method(String id, String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.NOT_SPECIFIED, id, "System.Management.Automation.MethodException", message));
    }
}
