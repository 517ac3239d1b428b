package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.TimeSpanText;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** .NET's {@code Parse} methods. */
final class ParseMethods {

    private static final String METHOD = "Parse";
    private static final String FORMAT = "FormatException";
    private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?\\d{1,400}\\s*");
    private static final Pattern FRACTION =
            Pattern.compile("\\s*[+-]?(\\d[\\d,]{0,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,4})?\\s*");

    private ParseMethods() {}

    static Moment moment(String text) {
        try {
            return Conversion.toDateTime(text);
        } catch (TerminatingError error) {
            String message = error.error().message();
            String why = message.substring(message.indexOf("Error: \"") + 8, message.length() - 1);
            throw OperatorErrors.thrown(METHOD, 1, FORMAT, why);
        }
    }

    static Duration span(String text) {
        return TimeSpanText.parse(text)
                .orElseThrow(() -> OperatorErrors.thrown(METHOD, 1, FORMAT, TimeSpanText.why(text)));
    }

    static boolean truth(String text, String method) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw OperatorErrors.thrown(
                        method, 1, FORMAT, "String '" + text + "' was not recognized as a valid Boolean.");
        };
    }

    /** A whole number; {@code type}, with its article, is for the message if it is too large. */
    static <T extends Number> T whole(String text, Function<String, T> conversion, String type) {
        return number(WHOLE, text, conversion, type);
    }

    /** A number that may have a fraction. */
    static double fraction(String text) {
        return number(FRACTION, text, Conversion::toDouble, "a Double");
    }

    private static <T extends Number> T number(Pattern form, String text, Function<String, T> conversion, String type) {
        if (!form.matcher(text).matches()) {
            throw OperatorErrors.thrown(
                    METHOD, 1, FORMAT, "The input string '" + text + "' was not in a correct format.");
        }
        try {
            return conversion.apply(text);
        } catch (TerminatingError _) {
            throw OperatorErrors.thrown(
                    METHOD, 1, "OverflowException", "Value was either too large or too small for " + type + ".");
        }
    }
}
