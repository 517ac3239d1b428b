package io.claviger.powershell.operator;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** .NET's formats of spans of time: {@code c}, {@code g}, {@code G} and custom ones. */
final class SpanFormats {

    private static final Pattern PIECE =
            Pattern.compile("%?([dhmsfF])\\1*|'([^']*)'|\"([^\"]*)\"|\\\\(.)|(.)", Pattern.DOTALL);

    private SpanFormats() {}

    static String of(Duration span, String format) {
        return switch (format) {
            case "c", "t", "T" -> io.claviger.powershell.value.Text.of(span);
            case "g", "G" -> general(span, format.equals("G"));
            default -> custom(span.abs(), format);
        };
    }

    private static String general(Duration span, boolean full) {
        Duration size = span.abs();
        long days = size.toDays();
        int ticks = size.toNanosPart() / 100;
        String fraction = String.format(Locale.ROOT, ".%07d", ticks);
        return (span.isNegative() ? "-" : "")
                + (days > 0 || full ? days + ":" : "")
                + String.format(
                        Locale.ROOT,
                        full ? "%02d:%02d:%02d" : "%d:%02d:%02d",
                        size.toHoursPart(),
                        size.toMinutesPart(),
                        size.toSecondsPart())
                + (full ? fraction : ticks == 0 ? "" : fraction.replaceAll("0+$", ""));
    }

    private static String custom(Duration size, String format) {
        Matcher pieces = PIECE.matcher(format);
        StringBuilder text = new StringBuilder();
        while (pieces.find()) {
            if (pieces.group(1) == null) {
                text.append(literal(pieces));
                continue;
            }
            String specifier = pieces.group().replace("%", "");
            text.append(part(size, specifier.charAt(0), specifier.length()));
        }
        return text.toString();
    }

    private static String part(Duration size, char kind, int length) {
        long number = switch (kind) {
            case 'd' -> size.toDays();
            case 'h' -> size.toHoursPart();
            case 'm' -> size.toMinutesPart();
            case 's' -> size.toSecondsPart();
            default -> 0;
        };
        if (length > (kind == 'd' ? 8 : kind == 'f' || kind == 'F' ? 7 : 2)) {
            throw MethodProblem.format(MethodProblem.INPUT);
        }
        if (kind == 'f' || kind == 'F') {
            String digits =
                    String.format(Locale.ROOT, "%07d", size.toNanosPart() / 100).substring(0, length);
            return kind == 'f' ? digits : digits.replaceAll("0+$", "");
        }
        return String.format(Locale.ROOT, "%0" + length + "d", number);
    }

    private static String literal(Matcher pieces) {
        for (int group = 2; group <= 4; group++) {
            if (pieces.group(group) != null) {
                return pieces.group(group);
            }
        }
        // Anything else must be quoted.
        throw MethodProblem.format(MethodProblem.INPUT);
    }
}
