package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Enumerated;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
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
            case Hashtable _
            when operator.equals("+") ->
                throw OperatorErrors.runtime(
                        "AddHashTableToNonHashTable", "A hash table can only be added to another hash table.");
            case Moment time -> TimeArithmetic.of(operator, time, right);
            case Duration span -> TimeArithmetic.of(operator, span, right);
            case null -> operator.equals("+") ? right : numbers(operator, 0, right);
            default -> numbers(operator, left, right);
        };
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
        // Nothing is nothing, two thousand million times too.
        for (int i = 0; i < times && !items.isEmpty(); i++) {
            all.addAll(items);
        }
        return all;
    }

    private static String repeated(String text, int times) {
        if (times < 0) {
            throw OperatorErrors.stopped(
                    "System.ArgumentOutOfRangeException",
                    "times ('" + times + "') must be a non-negative value. (Parameter 'times')\nActual value was "
                            + times + ".");
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
                throw OperatorErrors.stopped(
                        "System.ArgumentException",
                        "Item has already been added. Key in dictionary: '" + Text.of(all.spelled(entry.key()))
                                + "'  Key being added: '" + Text.of(entry.key()) + "'");
            }
            all.put(entry.key(), entry.value());
        }
        return all;
    }

    private static Object numbers(String operator, Object leftValue, @Nullable Object rightValue) {
        Object left = number(operator, leftValue);
        Object right = number(operator, rightValue);
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

    private static Object number(String operator, @Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Number number -> number;
            case Boolean truth -> truth ? 1 : 0;
            case String text -> Conversion.parse(text).orElseGet(() -> Conversion.toInteger(text));
            case Enumerated one -> one.number();
            default -> throw OperatorErrors.noOperator(operator, value);
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
        if (wide) {
            return whole;
        }
        // What is too large for 32 bits becomes a floating-point number, as in PowerShell.
        return whole == (int) whole ? (Object) (int) whole : (double) whole;
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
