package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Enumerated;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.Text;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code '{0,-10} {1:N2}' -f $a, $b}, and the formats that {@code ToString} takes, as .NET's
 * <a href="https://learn.microsoft.com/dotnet/standard/base-types/composite-formatting">composite formatting</a> has
 * them.
 */
public final class Formatting {

    private static final String INDEX =
            "Index (zero based) must be greater than or equal to zero and less than the size"
                    + " of the argument list.";
    private static final int WIDEST = 1_000_000;

    private final String format;
    private final List<? extends @Nullable Object> values;
    private final StringBuilder made = new StringBuilder();
    private int at;

    private Formatting(String format, List<? extends @Nullable Object> values) {
        this.format = format;
        this.values = values;
    }

    /** {@code format -f values}. */
    static String format(String format, List<? extends @Nullable Object> values) {
        try {
            return formatted(format, values);
        } catch (MethodProblem problem) {
            throw OperatorErrors.runtime("FormatError", "Error formatting a string: " + problem.why() + ".");
        }
    }

    /**
     * The formatted text.
     *
     * @throws MethodProblem if the format is none, or has more items than there are values
     */
    static String formatted(String format, List<? extends @Nullable Object> values) {
        return new Formatting(format, values).all();
    }

    private String all() {
        while (at < format.length()) {
            char one = format.charAt(at++);
            if (one != '{' && one != '}') {
                made.append(one);
            } else if (at < format.length() && format.charAt(at) == one) {
                made.append(one);
                at++;
            } else if (one == '}') {
                throw broken("Unexpected closing brace without a corresponding opening brace.");
            } else {
                item();
            }
            Bounds.text(made.length());
        }
        return made.toString();
    }

    private void item() {
        int index = number();
        skipBlanks();
        int width = 0;
        if (next() == ',') {
            at++;
            skipBlanks();
            boolean left = next() == '-';
            at += left ? 1 : 0;
            width = left ? -number() : number();
            skipBlanks();
        }
        String own = "";
        if (next() == ':') {
            int end = format.indexOf('}', at);
            own = format.substring(at + 1, end < 0 ? format.length() : end);
            at = end < 0 ? format.length() : end;
        }
        if (next() != '}') {
            throw broken("Expected an ASCII digit.");
        }
        at++;
        if (index >= values.size()) {
            throw MethodProblem.format(INDEX);
        }
        String text = value(values.get(index), own);
        String blanks = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
        made.append(width < 0 ? text + blanks : blanks + text);
    }

    private int number() {
        if (!Character.isDigit(next()) || next() > '9') {
            throw broken("Expected an ASCII digit.");
        }
        int number = 0;
        while (next() >= '0' && next() <= '9') {
            number = Math.min(number * 10 + next() - '0', WIDEST);
            at++;
        }
        return number;
    }

    private void skipBlanks() {
        while (next() == ' ') {
            at++;
        }
    }

    private char next() {
        if (at >= format.length()) {
            throw broken("Format item ends prematurely.");
        }
        return format.charAt(at);
    }

    private MethodProblem broken(String why) {
        return MethodProblem.format(MethodProblem.INPUT + " Failure to parse near offset " + at + ". " + why);
    }

    /**
     * A value in one of .NET's formats.
     *
     * @throws MethodProblem if values of this type have no such format
     */
    public static String value(@Nullable Object value, String format) {
        if (format.isEmpty()) {
            return Text.plain(value);
        }
        return switch (value) {
            case Moment time -> DateFormats.of(time, format);
            case Duration span -> SpanFormats.of(span, format);
            case Number number -> NumberFormats.of(number, format);
            case Enumerated one when format.equalsIgnoreCase("d") -> String.valueOf(one.number());
            case null, default -> Text.plain(value);
        };
    }
}
