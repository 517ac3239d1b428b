package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * .NET's <a href="https://learn.microsoft.com/dotnet/standard/base-types/standard-numeric-format-strings">standard
 * formats of numbers</a> in en-US: {@code N2}, {@code F0}, {@code D3}, {@code X}, {@code P}, {@code C}, {@code E},
 * {@code G}.
 */
final class NumberFormats {

    private static final Pattern STANDARD = Pattern.compile("([A-Za-z])(\\d{0,2})");

    private NumberFormats() {}

    static String of(Number number, String format) {
        Matcher parts = STANDARD.matcher(format);
        if (number instanceof Double real && !Double.isFinite(real)) {
            return Text.of(real);
        }
        if (!parts.matches()) {
            return CustomNumbers.of(Conversion.toDecimal(number), format);
        }
        int digits = parts.group(2).isEmpty() ? -1 : Integer.parseInt(parts.group(2));
        char kind = Character.toUpperCase(format.charAt(0));
        boolean small = Character.isLowerCase(format.charAt(0));
        return switch (kind) {
            case 'N' -> grouped(fixed(number, digits < 0 ? 3 : digits));
            case 'F' -> fixed(number, digits < 0 ? 3 : digits).toPlainString();
            case 'P' -> grouped(percent(number, digits < 0 ? 3 : digits)) + "%";
            case 'C' -> currency(fixed(number, digits < 0 ? 2 : digits));
            case 'E' -> scientific(number, digits < 0 ? 6 : digits, small);
            case 'G' -> digits <= 0 ? Text.plain(number) : Text.plain(significant(number, digits));
            case 'R' -> Text.plain(number);
            case 'D' -> padded(String.valueOf(whole(number)), digits);
            case 'X' -> padded(hexadecimal(whole(number), small), digits);
            case 'B' -> padded(Long.toBinaryString(whole(number).longValue()), digits);
            default -> throw MethodProblem.format(MethodProblem.SPECIFIER);
        };
    }

    /** A whole number; fractions have no such formats. */
    private static Number whole(Number number) {
        if (number instanceof Double || number instanceof BigDecimal) {
            throw MethodProblem.format(MethodProblem.SPECIFIER);
        }
        return number;
    }

    private static String hexadecimal(Number number, boolean small) {
        String digits = number instanceof Long wide ? Long.toHexString(wide) : Integer.toHexString(number.intValue());
        return small ? digits : digits.toUpperCase(Locale.ROOT);
    }

    /** Exact halves go to the even digit, as .NET rounds floating-point numbers; decimals go away from zero. */
    private static BigDecimal fixed(Number number, int digits) {
        return number instanceof Double real
                ? new BigDecimal(real).setScale(digits, RoundingMode.HALF_EVEN)
                : Conversion.toDecimal(number).setScale(digits, RoundingMode.HALF_UP);
    }

    private static BigDecimal percent(Number number, int digits) {
        BigDecimal exact = number instanceof Double real ? new BigDecimal(real) : Conversion.toDecimal(number);
        return exact.movePointRight(2)
                .setScale(digits, number instanceof Double ? RoundingMode.HALF_EVEN : RoundingMode.HALF_UP);
    }

    private static String grouped(BigDecimal number) {
        return String.format(Locale.US, "%,." + number.scale() + "f", number);
    }

    private static String currency(BigDecimal amount) {
        return (amount.signum() < 0 ? "-$" : "$") + grouped(amount.abs());
    }

    private static double significant(Number number, int digits) {
        return new BigDecimal(Conversion.toDouble(number))
                .round(new MathContext(digits))
                .doubleValue();
    }

    private static String scientific(Number number, int digits, boolean small) {
        String java = String.format(Locale.ROOT, "%." + digits + "e", new BigDecimal(Conversion.toDouble(number)));
        int at = java.indexOf('e');
        String power = java.substring(at + 2);
        return java.substring(0, at)
                + (small ? 'e' : 'E')
                + java.charAt(at + 1)
                + "0".repeat(Math.max(0, 3 - power.length()))
                + power;
    }

    private static String padded(String digits, int width) {
        boolean negative = digits.startsWith("-");
        String plain = negative ? digits.substring(1) : digits;
        return (negative ? "-" : "") + "0".repeat(Math.max(0, width - plain.length())) + plain;
    }
}
