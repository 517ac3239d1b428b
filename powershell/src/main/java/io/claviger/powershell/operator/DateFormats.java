package io.claviger.powershell.operator;

import io.claviger.powershell.value.Moment;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** .NET's formats of dates, standard ones of one letter and custom ones, in en-US. */
final class DateFormats {

    private static final Pattern PIECE =
            Pattern.compile("%?(([dfFghHKmMstyz])\\2*)|'([^']*)'|\"([^\"]*)\"|\\\\(.)|(.)", Pattern.DOTALL);

    private DateFormats() {}

    static String of(Moment time, String format) {
        Moment moment = format.equals("U") ? time.toUniversalTime() : time;
        Matcher pieces = PIECE.matcher(format.length() == 1 ? standard(format) : format);
        StringBuilder text = new StringBuilder();
        while (pieces.find()) {
            String specifier = pieces.group(1);
            text.append(specifier == null ? literal(pieces) : written(moment, specifier));
        }
        return text.toString();
    }

    private static String literal(Matcher pieces) {
        for (int group = 3; group <= 6; group++) {
            if (pieces.group(group) != null) {
                return pieces.group(group);
            }
        }
        return "";
    }

    /** The custom format of a standard one. */
    static String standard(String format) {
        return switch (format) {
            case "d" -> "M/d/yyyy";
            case "D" -> "dddd, MMMM d, yyyy";
            case "f" -> "dddd, MMMM d, yyyy h:mm tt";
            case "F", "U" -> "dddd, MMMM d, yyyy h:mm:ss tt";
            case "g" -> "M/d/yyyy h:mm tt";
            case "G" -> "M/d/yyyy h:mm:ss tt";
            case "m", "M" -> "MMMM d";
            case "o", "O" -> "yyyy-MM-ddTHH:mm:ss.fffffffK";
            case "r", "R" -> "ddd, dd MMM yyyy HH:mm:ss 'GMT'";
            case "s" -> "yyyy-MM-ddTHH:mm:ss";
            case "t" -> "h:mm tt";
            case "T" -> "h:mm:ss tt";
            case "u" -> "yyyy-MM-dd HH:mm:ssZ";
            case "y", "Y" -> "MMMM yyyy";
            default -> throw MethodProblem.format(MethodProblem.INPUT);
        };
    }

    private static String written(Moment moment, String specifier) {
        int length = specifier.length();
        String pattern = switch (specifier.charAt(0)) {
            case 'd' -> length > 3 ? "EEEE" : length > 2 ? "EEE" : specifier;
            case 'f', 'F' -> length > 7 ? "" : "S".repeat(length);
            case 'h', 'H', 'm', 's' -> specifier.substring(0, Math.min(2, length));
            case 'K' ->
                moment.kind() == Moment.Kind.UNSPECIFIED ? "[XXX]" : moment.kind() == Moment.Kind.UTC ? "'Z'" : "xxx";
            case 'g' -> "G";
            case 'M' -> specifier.substring(0, Math.min(4, length));
            case 't' -> "a";
            case 'y' -> length > 2 ? "u".repeat(Math.max(4, length)) : length > 1 ? "uu" : "u";
            case 'z' -> length > 2 ? "xxx" : "x";
            default -> "";
        };
        if (pattern.isEmpty()) {
            throw MethodProblem.format(MethodProblem.INPUT);
        }
        String text = DateTimeFormatter.ofPattern(pattern, Locale.US)
                .format(moment.clock().atOffset(moment.offset()));
        return switch (specifier.charAt(0)) {
            case 'K' -> moment.kind() == Moment.Kind.UNSPECIFIED ? "" : text;
            case 'F' -> text.replaceAll("0+$", "");
            case 't' -> length == 1 ? text.substring(0, 1) : text;
            default -> text;
        };
    }
}
