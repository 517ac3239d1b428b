package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypedList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The static methods of <a href="https://learn.microsoft.com/dotnet/api/system.convert">Convert</a>. */
final class Converting {

    private Converting() {}

    static Object truth(@Nullable Object value) {
        return switch (value) {
            case null -> ParseMethods.truth("", "ToBoolean");
            case String text -> ParseMethods.truth(text, "ToBoolean");
            default -> Conversion.isTrue(value);
        };
    }

    static Object whole(List<@Nullable Object> arguments, String method) {
        Object value = arguments.getFirst();
        boolean wide = method.equals("ToInt64");
        if (arguments.size() > 1) {
            int base = base(arguments.get(1));
            try {
                String digits = Text.of(value).replaceFirst("^0[xX]", "");
                long number = base == 10 ? Long.parseLong(digits) : Long.parseUnsignedLong(digits, base);
                return wide ? (Object) number : (int) number;
            } catch (NumberFormatException _) {
                throw OperatorErrors.thrown(method, 2, "FormatException", "Could not find any recognizable digits.");
            }
        }
        try {
            return wide ? (Object) Conversion.toLong(value) : Conversion.toInteger(value);
        } catch (TerminatingError _) {
            throw format(method, value);
        }
    }

    static double number(String method, @Nullable Object value) {
        try {
            return Conversion.toDouble(value);
        } catch (TerminatingError _) {
            throw format(method, value);
        }
    }

    private static TerminatingError format(String method, @Nullable Object value) {
        return OperatorErrors.thrown(
                method, 1, "FormatException", "The input string '" + Text.of(value) + "' was not in a correct format.");
    }

    static String text(List<@Nullable Object> arguments) {
        if (arguments.size() == 1 || !(arguments.get(1) instanceof Number)) {
            return Text.plain(arguments.getFirst());
        }
        int base = base(arguments.get(1));
        Object number = arguments.getFirst();
        if (base == 10) {
            return Long.toString(Conversion.toLong(number));
        }
        return number instanceof Long wide
                ? Long.toUnsignedString(wide, base)
                : Integer.toUnsignedString(Conversion.toInteger(number), base);
    }

    private static int base(@Nullable Object value) {
        int base = Conversion.toInteger(value);
        if (base != 2 && base != 8 && base != 10 && base != 16) {
            throw MethodProblem.argument("Invalid Base.");
        }
        return base;
    }

    static String base64(@Nullable Object bytes) {
        return Base64.getEncoder().encodeToString(Encodings.bytes(bytes));
    }

    static TypedList bytes(String base64) {
        try {
            return Encodings.list(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
        } catch (IllegalArgumentException _) {
            throw OperatorErrors.thrown(
                    "FromBase64String",
                    1,
                    "FormatException",
                    "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding"
                            + " characters, or an illegal character among the padding characters.");
        }
    }

    static String hexadecimal(@Nullable Object bytes) {
        return HexFormat.of().withUpperCase().formatHex(Encodings.bytes(bytes));
    }
}
