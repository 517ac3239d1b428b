package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code [math]::Round(number, digits, mode)}. */
final class Rounding {

    private Rounding() {}

    static Object of(List<@Nullable Object> arguments) {
        int digits = 0;
        RoundingMode mode = RoundingMode.HALF_EVEN;
        for (int i = 1; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            if (i == 1 && argument instanceof Number) {
                digits = Conversion.toInteger(argument);
            } else {
                mode = mode(Text.of(argument));
            }
        }
        if (digits < 0 || digits > 15) {
            throw OperatorErrors.thrown(
                    "Round",
                    arguments.size(),
                    "ArgumentOutOfRangeException",
                    "Rounding digits must be between 0 and 15, inclusive. (Parameter 'digits')");
        }
        if (arguments.getFirst() instanceof BigDecimal number) {
            return number.setScale(digits, mode);
        }
        double number = number(arguments.getFirst());
        if (!Double.isFinite(number) || Math.abs(number) > 1e16) {
            return number;
        }
        // As .NET does: scaled, rounded, and scaled back.
        double power = Math.pow(10, digits);
        return new BigDecimal(number * power).setScale(0, mode).doubleValue() / power;
    }

    private static double number(@Nullable Object value) {
        try {
            return Conversion.toDouble(value);
        } catch (TerminatingError error) {
            throw OperatorErrors.argument("a", value, "Round", "System.Double", error);
        }
    }

    private static RoundingMode mode(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "awayfromzero" -> RoundingMode.HALF_UP;
            case "tozero" -> RoundingMode.DOWN;
            case "tonegativeinfinity" -> RoundingMode.FLOOR;
            case "topositiveinfinity" -> RoundingMode.CEILING;
            default -> RoundingMode.HALF_EVEN;
        };
    }
}
