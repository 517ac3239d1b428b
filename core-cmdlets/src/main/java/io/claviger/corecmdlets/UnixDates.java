package io.claviger.corecmdlets;

import io.claviger.powershell.operator.Formatting;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.TerminatingError;

/** The formats of dates that {@code Get-Date -UFormat} takes, such as {@code %Y-%m-%d}. */
final class UnixDates {

    private UnixDates() {}

    static String of(Moment time, String format) {
        StringBuilder text = new StringBuilder();
        String form = format.startsWith("+") ? format.substring(1) : format;
        for (int i = 0; i < form.length(); i++) {
            char one = form.charAt(i);
            text.append(one == '%' && i + 1 < form.length() ? part(time, form.charAt(++i)) : String.valueOf(one));
        }
        return text.toString();
    }

    private static String part(Moment time, char kind) {
        String net = switch (kind) {
            case 'Y' -> "yyyy";
            case 'y' -> "yy";
            case 'm' -> "MM";
            case 'd' -> "dd";
            case 'H' -> "HH";
            case 'I' -> "hh";
            case 'M' -> "mm";
            case 'S' -> "ss";
            case 'p' -> "tt";
            case 'A' -> "dddd";
            case 'a' -> "ddd";
            case 'B' -> "MMMM";
            case 'b', 'h' -> "MMM";
            case 'F' -> "yyyy-MM-dd";
            case 'T', 'X' -> "HH:mm:ss";
            case 'R' -> "HH:mm";
            case 'D', 'x' -> "MM/dd/yy";
            case 'Z' -> "zz";
            default -> "";
        };
        return switch (kind) {
            case 's' -> String.valueOf(time.instant().getEpochSecond());
            case 'j' -> String.valueOf(time.clock().getDayOfYear());
            case 'u' -> String.valueOf(time.clock().getDayOfWeek().getValue());
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            default -> {
                if (net.isEmpty()) {
                    throw new TerminatingError(ErrorRecord.argument("The format '%" + kind + "' is not supported."));
                }
                yield Formatting.value(time, net);
            }
        };
    }
}
