package io.claviger.powershell.format;

import io.claviger.powershell.operator.Exceptions;
import io.claviger.powershell.operator.PositionMessage;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ErrorTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Errors as PowerShell 7 prints them: in its concise view, or in the one that {@code $ErrorView} chooses. */
public final class ErrorText {

    private static final String GUTTER = "     | ";

    private ErrorText() {}

    /**
     * The text, with its line ends.
     *
     * @param width cells of a line
     * @param coloured whether it has colours
     * @param view the value of {@code $ErrorView}
     */
    public static String of(ErrorRecord error, int width, boolean coloured, String view) {
        return switch (view.toLowerCase(Locale.ROOT)) {
            case "normalview" -> Colours.error(coloured, normal(error));
            case "categoryview" -> Colours.error(coloured, ErrorTarget.categoryLine(error)) + "\n";
            default -> concise(error, width, coloured);
        };
    }

    private static String who(ErrorRecord error) {
        if (error.category() == ErrorCategory.PARSER_ERROR) {
            return "ParserError";
        }
        if (Exceptions.wasThrown(error)) {
            return "Exception";
        }
        if (!error.origin().command().isEmpty()) {
            return error.origin().command();
        }
        return error.category() == ErrorCategory.NOT_SPECIFIED
                ? error.reason()
                : error.category().text();
    }

    private static String concise(ErrorRecord error, int width, boolean coloured) {
        ErrorRecord.Origin origin = error.origin();
        boolean wrapped = !origin.script().isEmpty() || error.category() == ErrorCategory.PARSER_ERROR;
        if (origin.line() == 0 || (!wrapped && origin.line() == 1)) {
            return Colours.error(coloured, who(error) + ": " + error.message()) + "\n";
        }
        String number = String.format(Locale.ROOT, "%4d", origin.line());
        PositionMessage position = PositionMessage.of(origin);
        String place = origin.script().isEmpty() ? "" : origin.script() + ":" + origin.line();
        StringBuilder text = new StringBuilder();
        text.append(Colours.error(coloured, who(error) + ": ")).append(place).append('\n');
        text.append(Colours.accent(coloured, "Line |")).append('\n');
        text.append(Colours.accent(coloured, number + " | "))
                .append(' ')
                .append(position.line())
                .append('\n');
        text.append(Colours.accent(coloured, GUTTER)).append(' ').append(" ".repeat(position.from()));
        text.append(Colours.error(coloured, "~".repeat(position.length()))).append('\n');
        if (!wrapped) {
            return text.append(Colours.accent(coloured, GUTTER))
                    .append(Colours.error(coloured, error.message()))
                    .append('\n')
                    .toString();
        }
        for (String line : wrapped(error.message(), Math.max(20, width - GUTTER.length()))) {
            text.append(Colours.accent(coloured, GUTTER))
                    .append(Colours.error(coloured, line))
                    .append('\n');
        }
        return text.toString();
    }

    /** Breaks a message into lines. All but the last leave a cell free for the blank that ended them. */
    private static List<String> wrapped(String message, int width) {
        List<String> lines = new ArrayList<>();
        String rest = message.replaceAll("\\r?\\n|\t", " ").strip();
        while (rest.length() > width) {
            int end = rest.lastIndexOf(' ', width - 1);
            int cut = end > 0 ? end : width;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).strip();
        }
        lines.add(rest);
        return lines;
    }

    private static String normal(ErrorRecord error) {
        ErrorRecord.Origin origin = error.origin();
        String command = origin.command().isEmpty() ? "" : origin.command() + " : ";
        return command + error.message() + "\n" + PositionMessage.message(origin) + "\n+ CategoryInfo          : "
                + ErrorTarget.categoryLine(error) + "\n+ FullyQualifiedErrorId : " + error.fullyQualifiedErrorId()
                + "\n";
    }
}
