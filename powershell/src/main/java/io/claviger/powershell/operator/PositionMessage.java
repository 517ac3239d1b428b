package io.claviger.powershell.operator;

import io.claviger.powershell.value.ErrorRecord.Origin;

/**
 * The line where an error happened, of which PowerShell shows only a part if it is long.
 *
 * @param line the line, with an ellipsis wherever it was cut
 * @param from the first character of the error, from 0
 * @param length the number of its characters, at least one
 */
public record PositionMessage(String line, int from, int length) {

    private static final int LONGEST = 69;
    private static final int BEFORE = 12;
    private static final int AFTER = 8;
    private static final String TAB = "    ";

    /** The line of an error. */
    public static PositionMessage of(Origin origin) {
        Cut cut = statement(origin);
        String before = cut.before().replace("\t", TAB);
        String meant = cut.meant().replace("\t", TAB);
        String after = cut.after().replace("\t", TAB);
        int length = before.length() + meant.length() + after.length();
        return length <= LONGEST
                ? new PositionMessage(before + meant + after, before.length(), Math.max(1, meant.length()))
                : cut(before, meant, after);
    }

    /** A line in three parts, of which the middle one is the error. */
    record Cut(String before, String meant, String after) {}

    static Cut statement(Origin origin) {
        String text = origin.text().stripTrailing();
        int start = Math.min(origin.from(), text.length());
        int end = start
                + text.substring(start, Math.clamp(origin.to(), start, text.length()))
                        .stripTrailing()
                        .length();
        return new Cut(text.substring(0, start), text.substring(start, end), text.substring(end));
    }

    /** Cuts the parts to the room there is: first the error, then what is before it, then what is after it. */
    private static PositionMessage cut(String before, String meant, String after) {
        int least = Math.min(before.length(), BEFORE);
        int rest = LONGEST - meant.length() - Math.min(after.length(), AFTER);
        int kept = Math.min(before.length(), Math.max(least, rest));
        String text = before.substring(before.length() - kept) + meant + after;
        boolean cutBefore = kept < before.length();
        boolean cutAfter = text.length() > LONGEST;
        String shown = text.substring(0, Math.min(LONGEST, text.length()));
        return new PositionMessage(
                (cutBefore ? "… " : "") + shown + (cutAfter ? " …" : ""),
                kept + (cutBefore ? 2 : 0),
                Math.max(1, Math.min(meant.length(), LONGEST - kept)));
    }

    /** The line of marks under the line. */
    public String marks() {
        return " ".repeat(from) + "~".repeat(length);
    }

    /** {@code PositionMessage}: the place, the line and the marks. */
    public static String message(Origin origin) {
        PositionMessage position = of(origin);
        return "At " + (origin.script().isEmpty() ? "line" : origin.script()) + ":" + Math.max(1, origin.line())
                + " char:" + (origin.from() + 1) + "\n+ " + position.line() + "\n+ " + position.marks();
    }
}
