package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code '{0,-10} {1:N2}' -f $a, $b}, and the formats that {@code ToString} takes. */
public final class Formatting {

    private static final Pattern ITEM = Pattern.compile("\\{\\{|}}|\\{(\\d{1,4})(?:,(-?\\d{1,4}))?(?::([^}]*))?}|[{}]");
    private static final Pattern NUMERIC = Pattern.compile("([NFDXPnfdxp])(\\d{0,2})");

    private static final Pattern CUSTOM = Pattern.compile("(#{0,9},)?#{0,20}0{0,20}(\\.0{0,20}#{0,20})?%?");

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
                    throw OperatorErrors.argument(
                            "Error formatting a string: Input string was not in a correct format.");
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
            throw OperatorErrors.argument(
                    "Error formatting a string: Index (zero based) must be greater than or equal to zero and"
                            + " less than the size of the argument list.");
        }
        String text = value(values.get(index), matcher.group(3) == null ? "" : matcher.group(3));
        int width = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        String blanks = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
        return width < 0 ? text + blanks : blanks + text;
    }

    /** A value in one of .NET's formats. */
    public static String value(@Nullable Object value, String format) {
        if (format.isEmpty()) {
            return Text.of(value);
        }
        return switch (value) {
            case OffsetDateTime time -> DateFormats.of(time, format);
            case Number number -> number(number, format);
            case null, default -> Text.of(value);
        };
    }

    private static String number(Number number, String format) {
        Matcher parts = NUMERIC.matcher(format);
        BigDecimal exact = Conversion.toDecimal(number);
        if (!parts.matches()) {
            return custom(exact, format);
        }
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

    /** A custom format of zeros, number signs, commas, a point and a percent sign. */
    private static String custom(BigDecimal number, String format) {
        if (!CUSTOM.matcher(format).matches()) {
            throw OperatorErrors.argument(
                    "The number format '" + format + "' is not supported; N, F, D, X, P and those like 0.00 are.");
        }
        DecimalFormat written = new DecimalFormat(format, DecimalFormatSymbols.getInstance(Locale.US));
        written.setRoundingMode(RoundingMode.HALF_UP);
        return written.format(number);
    }

    private static String grouped(BigDecimal number, int digits) {
        return String.format(Locale.US, "%,." + digits + "f", number);
    }

    private static String padded(String digits, int width) {
        boolean negative = digits.startsWith("-");
        String plain = negative ? digits.substring(1) : digits;
        return (negative ? "-" : "") + "0".repeat(Math.max(0, width - plain.length())) + plain;
    }
}
