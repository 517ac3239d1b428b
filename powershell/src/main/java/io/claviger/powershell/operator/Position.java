package io.claviger.powershell.operator;

import io.claviger.powershell.value.ErrorRecord.Origin;

/**
 * The line where an error happened, cut to what PowerShell shows of a long one.
 *
 * @param line the line, with an ellipsis where it was cut
 * @param from the first character that is meant, from 0
 * @param length how many are meant, at least one
 */
public record Position(String line, int from, int length) {

    private static final int LONGEST = 69;
    private static final int BEFORE = 12;
    private static final int AFTER = 8;
    private static final String TAB = "    ";

    /** The line of an error. */
    public static Position of(Origin origin) {
        Cut cut = statement(origin);
        String before = cut.before().replace("\t", TAB);
        String meant = cut.meant().replace("\t", TAB);
        String after = cut.after().replace("\t", TAB);
        int length = before.length() + meant.length() + after.length();
        return length <= LONGEST
                ? new Position(before + meant + after, before.length(), Math.max(1, meant.length()))
                : cut(before, meant, after);
    }

    /** A line in three parts, of which the middle one is meant. */
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

    /** As much as there is room for of what is meant, then of what stands before it, then of what stands after it. */
    private static Position cut(String before, String meant, String after) {
        int least = Math.min(before.length(), BEFORE);
        int rest = LONGEST - meant.length() - Math.min(after.length(), AFTER);
        int kept = Math.min(before.length(), Math.max(least, rest));
        String text = before.substring(before.length() - kept) + meant + after;
        boolean cutBefore = kept < before.length();
        boolean cutAfter = text.length() > LONGEST;
        String shown = text.substring(0, Math.min(LONGEST, text.length()));
        return new Position(
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
        Position position = of(origin);
        return "At " + (origin.script().isEmpty() ? "line" : origin.script()) + ":" + Math.max(1, origin.line())
                + " char:" + (origin.from() + 1) + "\n+ " + position.line() + "\n+ " + position.marks();
    }
}
