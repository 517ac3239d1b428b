package io.claviger.powershell.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as text, as they are written in PowerShell's language. */
final class NumberText {

    private static final Pattern DECIMAL =
            Pattern.compile("([+-]?)(\\d+\\.?\\d*|\\.\\d+)(?:e([+-]?\\d{1,4}))?([ld]?)(kb|mb|gb|tb|pb)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("([+-]?)0x([0-9a-f]{1,16})(l?)(kb|mb|gb|tb|pb)?");
    private static final Map<String, Long> MULTIPLIERS =
            Map.of("kb", 1L << 10, "mb", 1L << 20, "gb", 1L << 30, "tb", 1L << 40, "pb", 1L << 50);
    private static final BigDecimal DECIMAL_LIMIT = new BigDecimal("79228162514264337593543950335");

    /** A class of its own, since few lines have such numbers. */
    private static final class Binary {
        static final Pattern FORM = Pattern.compile("([+-]?)0b([01]{1,64})(l?)");
    }

    private NumberText() {}

    static Optional<Object> parse(String text) {
        Matcher hexadecimal = HEXADECIMAL.matcher(text);
        if (hexadecimal.matches()) {
            BigInteger number = new BigInteger(hexadecimal.group(2), 16);
            long bits = number.longValue();
            long signed = hexadecimal.group(2).length() <= 8 ? (int) bits : bits;
            BigDecimal value = BigDecimal.valueOf("-".equals(hexadecimal.group(1)) ? -signed : signed);
            return Optional.of(whole(
                    value.multiply(multiplier(hexadecimal.group(4))),
                    !hexadecimal.group(3).isEmpty()));
        }
        Matcher binary = Binary.FORM.matcher(text);
        if (text.contains("0b") && binary.matches()) {
            BigInteger number = new BigInteger(binary.group(2), 2);
            long bits = number.longValue();
            long signed = binary.group(2).length() <= 32 ? (int) bits : bits;
            return Optional.of(whole(
                    BigDecimal.valueOf("-".equals(binary.group(1)) ? -signed : signed),
                    !binary.group(3).isEmpty()));
        }
        Matcher decimal = DECIMAL.matcher(text);
        return decimal.matches() ? Optional.of(decimal(decimal)) : Optional.empty();
    }

    private static Object decimal(Matcher parts) {
        String digits = parts.group(2);
        String exponent = parts.group(3);
        boolean real = digits.contains(".") || exponent != null;
        String sign = "-".equals(parts.group(1)) ? "-" : "";
        String written =
                sign + (digits.endsWith(".") ? digits + "0" : digits) + (exponent == null ? "" : "e" + exponent);
        BigDecimal multiplier = multiplier(parts.group(5));
        if ("d".equals(parts.group(4))) {
            BigDecimal value = new BigDecimal(written).multiply(multiplier);
            return value.precision() - value.scale() > 29
                            || value.scale() > 400
                            || value.abs().compareTo(DECIMAL_LIMIT) > 0
                    ? (Object) value.doubleValue()
                    : value;
        }
        if (real && parts.group(4).isEmpty()) {
            return Double.parseDouble(written) * multiplier.doubleValue();
        }
        double size = Math.abs(Double.parseDouble(written));
        return size > 1e40
                ? (Object) Double.parseDouble(written)
                : whole(
                        new BigDecimal(written).multiply(multiplier),
                        !parts.group(4).isEmpty());
    }

    private static BigDecimal multiplier(String suffix) {
        return BigDecimal.valueOf(suffix == null ? 1 : MULTIPLIERS.getOrDefault(suffix, 1L));
    }

    private static Object whole(BigDecimal value, boolean asLong) {
        if (value.stripTrailingZeros().scale() > 0 || value.abs().compareTo(DECIMAL_LIMIT) > 0) {
            return value.doubleValue();
        }
        try {
            long number = value.longValueExact();
            return !asLong && number == (int) number ? (Object) (int) number : number;
        } catch (ArithmeticException _) {
            return value;
        }
    }
}
