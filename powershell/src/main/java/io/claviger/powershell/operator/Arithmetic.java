package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code + - * / %} and {@code ..}. */
public final class Arithmetic {

    private Arithmetic() {}

    /** The result of {@code left operator right}. */
    public static @Nullable Object apply(String operator, @Nullable Object left, @Nullable Object right) {
        return switch (left) {
            case List<?> items when operator.equals("+") -> joined(items, Conversion.toList(right));
            case List<?> items when operator.equals("*") -> repeated(items, Conversion.toInteger(right));
            case String text when operator.equals("+") -> bounded(text + Text.of(right));
            case String text when operator.equals("*") -> repeated(text, Conversion.toInteger(right));
            case Hashtable table when operator.equals("+") && right instanceof Hashtable other -> merged(table, other);
            case OffsetDateTime time
            when operator.equals("-") && right instanceof OffsetDateTime other -> Duration.between(other, time);
            case OffsetDateTime time
            when right instanceof Duration span && "+-".contains(operator) ->
                moved(time, operator.equals("+") ? span : span.negated());
            case null -> operator.equals("+") ? right : numbers(operator, 0, right);
            default -> numbers(operator, left, right);
        };
    }

    private static OffsetDateTime moved(OffsetDateTime time, Duration span) {
        try {
            OffsetDateTime moved = time.plus(span);
            if (moved.getYear() >= 1 && moved.getYear() <= 9999) {
                return moved;
            }
        } catch (DateTimeException | ArithmeticException _) {
            // Reported below.
        }
        throw OperatorErrors.argument("The added or subtracted value results in an un-representable DateTime.");
    }

    private static List<@Nullable Object> joined(List<?> left, List<@Nullable Object> right) {
        Bounds.items((long) left.size() + right.size());
        List<@Nullable Object> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    private static List<@Nullable Object> repeated(List<?> items, int times) {
        Bounds.items((long) items.size() * Math.max(times, 0));
        List<@Nullable Object> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(items);
        }
        return all;
    }

    private static String repeated(String text, int times) {
        if (times < 0) {
            throw OperatorErrors.argument("times ('" + times + "') must be a non-negative value.");
        }
        Bounds.text((long) text.length() * times);
        return text.repeat(times);
    }

    private static String bounded(String text) {
        Bounds.text(text.length());
        return text;
    }

    private static Hashtable merged(Hashtable left, Hashtable right) {
        Hashtable all = new Hashtable();
        left.entries().forEach(entry -> all.put(entry.key(), entry.value()));
        for (Hashtable.Entry entry : right.entries()) {
            if (all.has(entry.key())) {
                throw OperatorErrors.argument("Item has already been added. Key in dictionary: '" + Text.of(entry.key())
                        + "'  Key being added: '" + Text.of(entry.key()) + "'");
            }
            all.put(entry.key(), entry.value());
        }
        return all;
    }

    private static Object numbers(String operator, Object leftValue, @Nullable Object rightValue) {
        Object left = number(operator, leftValue, leftValue);
        Object right = number(operator, rightValue, leftValue);
        if ((operator.equals("/") || operator.equals("%"))
                && isZero(right)
                && !(left instanceof Double)
                && !(right instanceof Double)) {
            throw OperatorErrors.division();
        }
        if (left instanceof Double || right instanceof Double) {
            return real(operator, Conversion.toDouble(left), Conversion.toDouble(right));
        }
        boolean decimal = left instanceof BigDecimal || right instanceof BigDecimal;
        return exact(
                operator,
                Conversion.toDecimal(left),
                Conversion.toDecimal(right),
                decimal,
                left instanceof Long || right instanceof Long);
    }

    private static boolean isZero(Object number) {
        return Conversion.toDouble(number) == 0;
    }

    private static Object number(String operator, @Nullable Object value, Object left) {
        return switch (value) {
            case null -> 0;
            case Number number -> number;
            case Boolean truth -> truth ? 1 : 0;
            case String text -> Conversion.parse(text).orElseGet(() -> Conversion.toInteger(text));
            default ->
                throw OperatorErrors.runtime(
                        "MethodNotFound",
                        "Method invocation failed because [" + TypeNames.of(left)
                                + "] does not contain a method named '" + methodOf(operator) + "'.");
        };
    }

    private static String methodOf(String operator) {
        return switch (operator) {
            case "+" -> "op_Addition";
            case "-" -> "op_Subtraction";
            case "*" -> "op_Multiply";
            case "/" -> "op_Division";
            default -> "op_Modulus";
        };
    }

    private static double real(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            default -> left % right;
        };
    }

    private static Object exact(String operator, BigDecimal left, BigDecimal right, boolean decimal, boolean wide) {
        BigDecimal result = switch (operator) {
            case "+" -> left.add(right);
            case "-" -> left.subtract(right);
            case "*" -> left.multiply(right);
            case "/" -> left.divide(right, MathContext.DECIMAL128);
            default -> left.remainder(right);
        };
        BigDecimal plain = result.stripTrailingZeros();
        if (decimal) {
            return Conversion.toDecimal(operator.equals("/") ? plain : result);
        }
        if (plain.scale() > 0 || plain.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return result.doubleValue();
        }
        long whole = plain.longValue();
        return !wide && whole == (int) whole ? (Object) (int) whole : whole;
    }

    /** {@code from..to}. */
    public static List<@Nullable Object> range(@Nullable Object from, @Nullable Object to) {
        if (from instanceof String low && to instanceof String high && low.length() == 1 && high.length() == 1) {
            return characters(low.charAt(0), high.charAt(0));
        }
        int first = Conversion.toInteger(from);
        int last = Conversion.toInteger(to);
        Bounds.items(Math.abs((long) last - first) + 1);
        List<@Nullable Object> numbers = new ArrayList<>(Math.abs(last - first) + 1);
        int step = first <= last ? 1 : -1;
        for (int i = first; i != last; i += step) {
            numbers.add(i);
        }
        numbers.add(last);
        return numbers;
    }

    private static List<@Nullable Object> characters(char from, char to) {
        List<@Nullable Object> characters = new ArrayList<>();
        int step = from <= to ? 1 : -1;
        for (int one = from; one != to + step; one += step) {
            characters.add(String.valueOf((char) one));
        }
        return characters;
    }
}
