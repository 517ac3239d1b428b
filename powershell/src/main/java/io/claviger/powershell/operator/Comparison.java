package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Enumerated;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comparison of two values. The left one's type decides how. */
public final class Comparison {

    private Comparison() {}

    /** Whether they are equal by {@code -eq} or {@code -ceq}. */
    public static boolean equal(@Nullable Object left, @Nullable Object right, boolean caseSensitive) {
        if (left == null || right == null) {
            return left == null && right == null;
        }
        return switch (left) {
            case Boolean truth -> truth == Conversion.isTrue(right);
            case String text -> TextOrder.same(text, Text.of(right), caseSensitive);
            case Number _, Moment _, Duration _ ->
                number(left, right).map(order -> order == 0).orElse(false);
            case Enumerated one ->
                right instanceof String text
                        ? one.name().equalsIgnoreCase(text)
                        : number(one.number(), right).map(order -> order == 0).orElse(false);
            case List<?> items -> right instanceof List<?> others && sameItems(items, others, caseSensitive);
            case Character one -> TextOrder.same(String.valueOf(one), Text.of(right), caseSensitive);
            case ShellObject version
            when Versions.are(left, right) ->
                number(version, right).map(order -> order == 0).orElse(false);
            default -> left.equals(right);
        };
    }

    private static boolean sameItems(List<?> left, List<?> right, boolean caseSensitive) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i), caseSensitive)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Integer> number(Object left, Object right) {
        try {
            return Optional.of(order(left, right, false));
        } catch (TerminatingError _) {
            return Optional.empty();
        }
    }

    /**
     * Their order: negative, zero or positive.
     *
     * @throws TerminatingError if they cannot be compared
     */
    public static int order(@Nullable Object left, @Nullable Object right, boolean caseSensitive) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        return switch (left) {
            case Boolean truth -> Boolean.compare(truth, Conversion.isTrue(right));
            case String text -> TextOrder.compare(text, Text.of(right), caseSensitive);
            case Enumerated one -> order(one.number(), right, caseSensitive);
            case Integer number when right instanceof Integer other -> Integer.compare(number, other);
            case Double number -> Double.compare(number, Conversion.toDouble(right));
            case Number number when right instanceof Double other -> Double.compare(Conversion.toDouble(number), other);
            case Number number -> exact(number).compareTo(exact(right));
            case Moment time -> time.since(moment(time, right)).compareTo(Duration.ZERO);
            case Duration span -> span.compareTo(Spans.of(right));
            case Character one -> order(String.valueOf(one), right, caseSensitive);
            case ShellObject version when Versions.are(left, right) -> Versions.order(version, right);
            default ->
                throw OperatorErrors.runtime(
                        "NotIcomparable",
                        "Cannot compare \"" + Text.of(left) + "\" because it is not IComparable: its type is "
                                + TypeNames.of(left) + ".");
        };
    }

    private static BigDecimal exact(Object value) {
        Object number = value instanceof String text
                ? Conversion.parse(text).orElseGet(() -> Conversion.toInteger(text))
                : value;
        return Conversion.toDecimal(number);
    }

    private static Moment moment(Moment left, Object right) {
        try {
            return Conversion.toDateTime(right);
        } catch (TerminatingError error) {
            throw OperatorErrors.runtime(
                    "ComparisonFailure",
                    "Could not compare \"" + Text.of(left) + "\" to \"" + Text.of(right) + "\". Error: \""
                            + error.error().message() + "\"");
        }
    }
}
