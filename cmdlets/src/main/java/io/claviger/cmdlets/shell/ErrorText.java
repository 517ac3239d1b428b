package io.claviger.cmdlets.shell;

import io.claviger.cmdlets.value.ErrorCategory;
import io.claviger.cmdlets.value.ErrorRecord;
import java.util.Locale;

/** Errors as PowerShell 7 prints them: its concise view, and its normal one for those who set {@code $ErrorView}. */
final class ErrorText {

    private static final String GUTTER = "     | ";

    private ErrorText() {}

    static String of(ErrorRecord error, Console console, String view) {
        return switch (view.toLowerCase(Locale.ROOT)) {
            case "normalview", "detailedview" -> Colours.error(console, normal(error)) + "\n";
            case "categoryview" -> Colours.error(console, error.categoryLine()) + "\n";
            default -> concise(error, console);
        };
    }

    private static String who(ErrorRecord error) {
        if (error.category() == ErrorCategory.PARSER_ERROR) {
            return "ParserError";
        }
        if (!error.origin().command().isEmpty()) {
            return error.origin().command();
        }
        return error.category() == ErrorCategory.OPERATION_STOPPED ? "Exception" : error.reason();
    }

    private static String concise(ErrorRecord error, Console console) {
        ErrorRecord.Origin origin = error.origin();
        boolean placed =
                origin.line() > 0 && (!origin.script().isEmpty() || error.category() == ErrorCategory.PARSER_ERROR);
        if (!placed) {
            return Colours.error(console, who(error) + ": " + error.message()) + "\n";
        }
        String number = String.format(Locale.ROOT, "%4d", origin.line());
        int from = Math.min(origin.from(), origin.text().length());
        int to = Math.max(from + 1, Math.min(origin.to(), origin.text().length()));
        String place = origin.script().isEmpty() ? "" : origin.script() + ":" + origin.line();
        StringBuilder text = new StringBuilder();
        text.append(Colours.error(console, who(error) + ": ")).append(place).append('\n');
        text.append(Colours.accent(console, "Line |")).append('\n');
        text.append(Colours.accent(console, number + " | "))
                .append(' ')
                .append(origin.text())
                .append('\n');
        text.append(Colours.accent(console, GUTTER)).append(' ').append(" ".repeat(from));
        text.append(Colours.error(console, "~".repeat(to - from))).append('\n');
        for (String line : wrapped(error.message(), Math.max(20, console.width() - GUTTER.length() - 1))) {
            text.append(Colours.accent(console, GUTTER))
                    .append(Colours.error(console, line))
                    .append('\n');
        }
        return text.toString();
    }

    private static String[] wrapped(String message, int width) {
        StringBuilder lines = new StringBuilder();
        for (String paragraph : message.split("\n", -1)) {
            int used = 0;
            for (String word : paragraph.split(" ", -1)) {
                if (used > 0 && used + 1 + word.length() > width) {
                    lines.append('\n');
                    used = 0;
                } else if (used > 0) {
                    lines.append(' ');
                    used++;
                }
                lines.append(word);
                used += word.length();
            }
            lines.append('\n');
        }
        return lines.substring(0, lines.length() - 1).split("\n", -1);
    }

    private static String normal(ErrorRecord error) {
        ErrorRecord.Origin origin = error.origin();
        String command = origin.command().isEmpty() ? "" : origin.command() + " : ";
        String place = "At " + (origin.script().isEmpty() ? "line" : origin.script()) + ":" + Math.max(1, origin.line())
                + " char:" + (origin.from() + 1);
        return command + error.message() + "\n" + place + "\n+ " + origin.text() + "\n+ "
                + " ".repeat(Math.min(origin.from(), origin.text().length()))
                + "~".repeat(Math.max(1, Math.min(origin.to(), origin.text().length()) - origin.from()))
                + "\n+ CategoryInfo          : " + error.categoryLine() + "\n+ FullyQualifiedErrorId : "
                + error.fullyQualifiedErrorId() + "\n";
    }
}
