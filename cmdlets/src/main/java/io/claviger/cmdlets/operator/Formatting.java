package io.claviger.cmdlets.operator;

import io.claviger.cmdlets.value.Bounds;
import io.claviger.cmdlets.value.Conversion;
import io.claviger.cmdlets.value.Text;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code '{0,-10} {1:N2}' -f $a, $b}, and the formats that {@code ToString} takes. */
final class Formatting {

    private static final Pattern ITEM = Pattern.compile("\\{\\{|}}|\\{(\\d{1,4})(?:,(-?\\d{1,4}))?(?::([^}]*))?}|[{}]");
    private static final Pattern NUMERIC = Pattern.compile("([NFDXPnfdxp])(\\d{0,2})");

    private Formatting() {}

    static String format(String format, List<@Nullable Object> values) {
        Matcher matcher = ITEM.matcher(format);
        StringBuilder made = new StringBuilder();
        while (matcher.find()) {
            String found = matcher.group();
            String piece = switch (found) {
                case "{{" -> "{";
                case "}}" -> "}";
                case "{", "}" ->
                    throw Problems.argument("Error formatting a string: Input string was not in a correct format.");
                default -> item(matcher, values);
            };
            matcher.appendReplacement(made, Matcher.quoteReplacement(piece));
            Bounds.text(made.length());
        }
        matcher.appendTail(made);
        return made.toString();
    }

    private static String item(Matcher matcher, List<@Nullable Object> values) {
        int index = Integer.parseInt(matcher.group(1));
        if (index >= values.size()) {
            throw Problems.argument(
                    "Error formatting a string: Index (zero based) must be greater than or equal to zero and"
                            + " less than the size of the argument list.");
        }
        String text = value(values.get(index), matcher.group(3) == null ? "" : matcher.group(3));
        int width = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        String blanks = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
        return width < 0 ? text + blanks : blanks + text;
    }

    /** A value in one of .NET's formats. */
    static String value(@Nullable Object value, String format) {
        if (format.isEmpty()) {
            return Text.of(value);
        }
        return switch (value) {
            case OffsetDateTime time -> moment(time, format);
            case Number number -> number(number, format);
            case null, default -> Text.of(value);
        };
    }

    private static String number(Number number, String format) {
        Matcher parts = NUMERIC.matcher(format);
        if (!parts.matches()) {
            throw Problems.argument("The number format '" + format + "' is not supported; N, F, D, X and P are.");
        }
        BigDecimal exact = Conversion.toDecimal(number);
        int digits = parts.group(2).isEmpty() ? -1 : Integer.parseInt(parts.group(2));
        boolean small = Character.isLowerCase(format.charAt(0));
        return switch (parts.group(1).toUpperCase(Locale.ROOT)) {
            case "N" -> grouped(exact, digits < 0 ? 2 : digits);
            case "F" -> Text.fixed(exact, digits < 0 ? 2 : digits);
            case "P" -> grouped(exact.movePointRight(2), digits < 0 ? 2 : digits) + "%";
            case "D" -> padded(String.valueOf(Conversion.toLong(number)), digits);
            default -> padded(String.format(Locale.ROOT, small ? "%x" : "%X", Conversion.toLong(number)), digits);
        };
    }

    private static String grouped(BigDecimal number, int digits) {
        return String.format(Locale.US, "%,." + digits + "f", number);
    }

    private static String padded(String digits, int width) {
        boolean negative = digits.startsWith("-");
        String plain = negative ? digits.substring(1) : digits;
        return (negative ? "-" : "") + "0".repeat(Math.max(0, width - plain.length())) + plain;
    }

    static String moment(OffsetDateTime time, String format) {
        String pattern = switch (format) {
            case "o", "O" -> "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSXXX";
            case "s" -> "uuuu-MM-dd'T'HH:mm:ss";
            case "u" -> "uuuu-MM-dd HH:mm:ss'Z'";
            case "d" -> "M/d/uuuu";
            case "G" -> "M/d/uuuu h:mm:ss a";
            case "g" -> "M/d/uuuu h:mm a";
            default ->
                format.replace("dddd", "EEEE")
                        .replace("ddd", "EEE")
                        .replace("tt", "a")
                        .replace('f', 'S')
                        .replace('y', 'u')
                        .replace("zzz", "xxx")
                        .replace("K", "XXX");
        };
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.US).format(time);
        } catch (IllegalArgumentException _) {
            throw Problems.argument("The date format '" + format + "' is not supported.");
        }
    }
}
