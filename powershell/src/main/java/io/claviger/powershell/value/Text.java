package io.claviger.powershell.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * PowerShell's conversion of values to strings, as in {@code "$value"} and for string parameters. Always in the
 * invariant culture, as in PowerShell.
 */
public final class Text {

    private static final int DEPTH = 16;

    /** A class of its own, since most lines have no dates. */
    private static final class Dates {
        static final DateTimeFormatter INVARIANT = DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT);
        static final DateTimeFormatter CURRENT = DateTimeFormatter.ofPattern("M/d/uuuu h:mm:ss a", Locale.US);
    }

    private Text() {}

    /** The value as text; {@code null} is empty, an array's items are joined by a space. */
    public static String of(@Nullable Object value) {
        return of(value, DEPTH);
    }

    private static String of(@Nullable Object value, int depth) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Boolean truth -> truth ? "True" : "False";
            case Double number -> fifteen(number);
            case BigDecimal number -> number.toPlainString();
            case Moment moment -> Dates.INVARIANT.format(moment.clock());
            case Duration span -> span(span);
            case byte[] bytes -> joined(list(bytes), depth);
            case JoinedOnce items -> items.text();
            case List<?> items -> joined(items, depth);
            case Hashtable.Entry entry -> "[" + of(entry.key(), depth - 1) + ", " + of(entry.value(), depth - 1) + "]";
            case Hashtable _ -> TypeNames.of(value);
            case ScriptBlock block -> block.source();
            case ErrorRecord error -> error.message();
            case Enumerated one -> one.name();
            case ShellObject object -> object(object, depth);
            default -> value.toString();
        };
    }

    private static String joined(List<?> items, int depth) {
        StringJoiner joined = new StringJoiner(" ");
        for (Object item : items) {
            joined.add(item instanceof List<?> ? TypeNames.of(item) : of(item, depth - 1));
            Bounds.text(joined.length());
        }
        return joined.toString();
    }

    private static List<Object> list(byte[] bytes) {
        List<Object> numbers = new ArrayList<>(bytes.length);
        for (byte one : bytes) {
            numbers.add(Byte.toUnsignedInt(one));
        }
        return numbers;
    }

    /** The object's own text if it has one, else {@code @{Name=value; Other=value}}, as in PowerShell. */
    private static String object(ShellObject object, int depth) {
        if (object.text().isPresent()) {
            return object.text().get();
        }
        if (depth <= 0) {
            return object.type().name();
        }
        StringJoiner properties = new StringJoiner("; ", "@{", "}");
        for (String name : object.names()) {
            @Nullable Object value = object.get(name);
            boolean plain = value instanceof List<?> items && items.stream().noneMatch(ShellObject.class::isInstance);
            properties.add(name + "=" + (plain ? TypeNames.of(value) : of(value, depth - 1)));
            Bounds.text(properties.length());
        }
        return properties.toString();
    }

    /**
     * The value as .NET's {@code ToString()} writes it, which {@code -f} and CSV use: dates in the form of en-US, numbers
     * with all their digits, and of arrays and other objects the name of their type.
     */
    public static String plain(@Nullable Object value) {
        return switch (value) {
            case Double number -> number(number);
            case Moment moment -> Dates.CURRENT.format(moment.clock());
            case List<?> items -> TypeNames.of(items);
            case byte[] bytes -> TypeNames.of(bytes);
            case ShellObject object ->
                object.text()
                        .orElseGet(() -> object.type().equals(ObjectType.CUSTOM)
                                        || object.type().name().startsWith("Selected.")
                                ? ""
                                : object.type().name());
            case null, default -> of(value);
        };
    }

    /** A floating-point number of at most fifteen digits, as PowerShell shows it. */
    private static String fifteen(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return number(number);
        }
        double shown = new BigDecimal(number).round(new MathContext(15)).doubleValue();
        return number(Double.isInfinite(shown) ? number : shown);
    }

    /** A floating-point number as .NET writes it: the shortest digits that give the same number back. */
    public static String number(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "∞" : "-∞";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -5 && exponent < 15) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : String.valueOf(Math.abs(exponent));
        return (number < 0 ? "-" : "") + mantissa + "E" + (exponent < 0 ? "-" : "+") + power;
    }

    /** {@code [d.]hh:mm:ss[.fffffff]}, as .NET writes a span. */
    static String span(Duration span) {
        Duration size = span.abs();
        long ticks = size.toNanosPart() / 100;
        String days = size.toDays() == 0 ? "" : size.toDays() + ".";
        String fraction = ticks == 0 ? "" : String.format(Locale.ROOT, ".%07d", ticks);
        return (span.isNegative() ? "-" : "")
                + days
                + String.format(
                        Locale.ROOT, "%02d:%02d:%02d", size.toHoursPart(), size.toMinutesPart(), size.toSecondsPart())
                + fraction;
    }

    /** A number with so many digits after the point, rounded half away from zero. */
    public static String fixed(BigDecimal number, int digits) {
        return number.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
