package io.claviger.powershell.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PowerShell's conversions between values. What cannot be converted throws a {@link TerminatingError} with PowerShell's
 * sentence.
 */
public final class Conversion {

    private static final int LONGEST_NUMBER = 400;
    /** A class of its own, since most lines have no decimals, and the JDK's take a while to load. */
    private static final class Decimals {
        static final BigDecimal GREATEST = new BigDecimal("79228162514264337593543950335");
    }

    private Conversion() {}

    /** Whether a value counts as true in a condition. */
    public static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case String text -> !text.isEmpty();
            case Integer number -> number != 0;
            case Long number -> number != 0;
            case Double number -> number != 0;
            case BigDecimal number -> number.signum() != 0;
            case Enumerated one -> one.number() != 0;
            case List<?> items ->
                items.size() == 1
                        ? !(items.getFirst() instanceof List<?>) && isTrue(items.getFirst())
                        : !items.isEmpty();
            default -> true;
        };
    }

    /** What was written, as one value: {@code null} if nothing was, the value itself if it was one, else the list. */
    public static @Nullable Object unwrapped(List<@Nullable Object> written) {
        return switch (written.size()) {
            case 0 -> null;
            case 1 -> written.getFirst();
            default -> written;
        };
    }

    /** The value as an array: an array itself, nothing for {@code null}, else the one value. */
    public static List<@Nullable Object> toList(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> items) {
            return Collections.unmodifiableList(new ArrayList<@Nullable Object>(items));
        }
        return List.of(value);
    }

    /** The value as a Boolean. A string is an error, as it is for PowerShell's Boolean parameters. */
    public static boolean toBoolean(@Nullable Object value) {
        if (value instanceof String) {
            throw impossible(
                    value,
                    "System.Boolean",
                    "Boolean parameters accept only Boolean values and numbers, such as"
                            + " $True, $False, 1 or 0 instead.");
        }
        return isTrue(value);
    }

    /** The value as a 32-bit number, halves rounded to the even one. */
    public static int toInteger(@Nullable Object value) {
        return whole(
                        value,
                        "System.Int32",
                        Integer.MIN_VALUE,
                        Integer.MAX_VALUE,
                        "Value was either too large or too small" + " for an Int32.")
                .intValue();
    }

    /** The value as a 64-bit number, halves rounded to the even one. */
    public static long toLong(@Nullable Object value) {
        return whole(
                        value,
                        "System.Int64",
                        Long.MIN_VALUE,
                        Long.MAX_VALUE,
                        "Value was either too large or too small for an" + " Int64.")
                .longValue();
    }

    /** The value as a whole number of any size, halves rounded to the even one; the type is for the message. */
    public static BigDecimal rounded(@Nullable Object value, String type) {
        return exact(value, type).setScale(0, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal whole(@Nullable Object value, String type, long least, long greatest, String tooBig) {
        BigDecimal number = exact(value, type).setScale(0, RoundingMode.HALF_EVEN);
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(greatest)) > 0) {
            throw impossible(value, type, tooBig);
        }
        return number;
    }

    /** The value as a floating-point number. */
    public static double toDouble(@Nullable Object value) {
        return switch (value) {
            case Double number -> number;
            case String text -> real(text);
            case null, default -> exact(value, "System.Double").doubleValue();
        };
    }

    /** A text as a floating-point number, in which commas may stand between digits. */
    private static double real(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "infinity", "∞" -> Double.POSITIVE_INFINITY;
            case "-infinity", "-∞" -> Double.NEGATIVE_INFINITY;
            default -> exact(text, "System.Double").doubleValue();
        };
    }

    /** The value as a decimal number. */
    public static BigDecimal toDecimal(@Nullable Object value) {
        BigDecimal number = exact(value, "System.Decimal");
        if (number.abs().compareTo(Decimals.GREATEST) > 0) {
            throw impossible(value, "System.Decimal", "Value was either too large or too small for a Decimal.");
        }
        return number;
    }

    private static BigDecimal exact(@Nullable Object value, String type) {
        return switch (value) {
            case null -> BigDecimal.ZERO;
            case Boolean truth -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case BigDecimal number -> number;
            case Double number -> finite(number, type);
            case Short number -> BigDecimal.valueOf(number);
            case BigInteger number -> new BigDecimal(number);
            case Character one -> BigDecimal.valueOf(one);
            case Enumerated one -> BigDecimal.valueOf(one.number());
            case String text ->
                exact(
                        text.isBlank()
                                ? (Object) 0
                                : parse(text)
                                        .or(() -> grouped(text))
                                        .orElseThrow(() -> impossible(
                                                text,
                                                type,
                                                "The input string '" + text + "' was not in a correct format.")),
                        type);
            case List<?> items
            when items.size() == 1 && !(items.getFirst() instanceof List<?>) -> exact(items.getFirst(), type);
            default -> throw impossible(value, type, "");
        };
    }

    /** A number with commas between its digits. They stand before the point, wherever they are. */
    private static Optional<Object> grouped(String text) {
        int point = text.indexOf('.');
        boolean commas = text.indexOf(',') > 0 && (point < 0 || text.lastIndexOf(',') < point);
        return commas ? parse(text.replace(",", "")) : Optional.empty();
    }

    private static BigDecimal finite(double number, String type) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw impossible(number, type, "Value was either too large or too small.");
        }
        return new BigDecimal(Double.toString(number));
    }

    /**
     * A number as it is written: decimal or {@code 0x}, with a fraction, an exponent, and the suffixes {@code kb mb gb tb},
     * {@code l} and {@code d}. The smallest of {@link Integer}, {@link Long}, {@link BigDecimal} and {@link Double} that
     * PowerShell would take.
     */
    public static Optional<Object> parse(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        return NumberText.parse(text);
    }

    /** The value as a moment: of a number, so many ticks after the beginning of year 1. */
    public static Moment toDateTime(@Nullable Object value) {
        return switch (value) {
            case Moment moment -> moment;
            case Number ticks -> Moment.ofTicks(toLong(ticks));
            case null, default -> {
                String text = Text.of(value);
                yield DateText.read(text).orElseThrow(() -> impossible(value, "System.DateTime", DateText.why(text)));
            }
        };
    }

    /** A value in an error: of a list and of a service's object the name of its type. */
    private static String shown(@Nullable Object value) {
        boolean own = value instanceof ShellObject object && object.type().equals(ObjectType.CUSTOM);
        return value instanceof List<?> || (value instanceof ShellObject && !own) ? Text.plain(value) : Text.of(value);
    }

    /** The error for a value that cannot be converted to a type. */
    public static TerminatingError impossible(@Nullable Object value, String type, String why) {
        String message = why.isEmpty()
                ? "Cannot convert the \"" + shown(value)
                        + "\" value of type \"" + TypeNames.of(value)
                        + "\" to type \"" + type + "\"."
                : "Cannot convert value \"" + Text.of(value) + "\" to type \"" + type + "\". Error: \"" + why + "\"";
        return new TerminatingError(ErrorRecord.of(
                        ErrorCategory.INVALID_ARGUMENT,
                        "InvalidCastFromStringToInteger",
                        "System.Management.Automation.PSInvalidCastException",
                        message)
                .about(value));
    }
}
