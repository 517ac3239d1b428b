package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Enumerated;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
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
            case String text -> caseSensitive ? text.equals(Text.of(right)) : text.equalsIgnoreCase(Text.of(right));
            case Number _, OffsetDateTime _ ->
                number(left, right).map(order -> order == 0).orElse(false);
            case Enumerated one ->
                right instanceof String text
                        ? one.name().equalsIgnoreCase(text)
                        : number(one.number(), right).map(order -> order == 0).orElse(false);
            case List<?> items -> right instanceof List<?> others && sameItems(items, others, caseSensitive);
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
            case String text -> text(text, Text.of(right), caseSensitive);
            case Enumerated one -> order(one.number(), right, caseSensitive);
            case Integer number when right instanceof Integer other -> Integer.compare(number, other);
            case Double number -> Double.compare(number, Conversion.toDouble(right));
            case Number number when right instanceof Double other -> Double.compare(Conversion.toDouble(number), other);
            case Number number -> exact(number).compareTo(exact(right));
            case OffsetDateTime time ->
                time.toInstant().compareTo(Conversion.toDateTime(right).toInstant());
            default ->
                throw OperatorErrors.runtime(
                        "NotIcomparable",
                        "Cannot compare \"" + Text.of(left) + "\" because it is not IComparable: its type is "
                                + TypeNames.of(left) + ".");
        };
    }

    private static BigDecimal exact(Object value) {
        Object number = value instanceof String text
                ? Conversion.parse(text).orElseGet(() -> Conversion.toDecimal(text))
                : value;
        return Conversion.toDecimal(number);
    }

    private static int text(String left, String right, boolean caseSensitive) {
        int order = left.compareToIgnoreCase(right);
        // If only the case differs, small letters come first.
        return order != 0 || !caseSensitive ? order : right.compareTo(left);
    }
}
