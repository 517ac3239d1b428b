package io.claviger.policycli;

import io.claviger.policy.json.Position;
import io.claviger.policycli.Screen.Tone;

/**
 * The line of a text in which something stands, and under it a caret that points at it. Of a line that is too long, as
 * policies without line breaks are, the part around the place is shown.
 */
final class Excerpt {

    private static final int LONGEST = 100;
    private static final int MARGIN = 4;
    private static final String LEFT_OUT = "...";

    private final String text;
    private final Screen screen;

    Excerpt(String text, Screen screen) {
        this.text = text;
        this.screen = screen;
    }

    /** The line with the place and a caret under its first character. */
    String at(Position at) {
        return of(at, at);
    }

    /**
     * The line with a stretch's first character and carets under the stretch, as far as it is in that line.
     *
     * @param start the first character
     * @param end the character after the last one
     * @return two lines, the second without a line feed at its end
     */
    String of(Position start, Position end) {
        int first = lineStart(start.offset());
        int past = lineEnd(start.offset());
        String line = shown(text.substring(first, past));
        int column = Math.min(start.offset() - first, line.length());
        int marked = Math.clamp((long) end.offset() - start.offset(), 1, Math.max(1, line.length() - column));

        String number = Integer.toString(start.line());
        int room = Math.clamp(screen.columns() - number.length() - MARGIN, LEFT_OUT.length() * 4, LONGEST);
        if (line.length() > room) {
            int from = Math.clamp((long) column - room / 2, 0, line.length() - room);
            int to = from + room;
            String left = from == 0 ? "" : LEFT_OUT;
            String right = to == line.length() ? "" : LEFT_OUT;
            line = left + line.substring(from + left.length(), to - right.length()) + right;
            column -= from;
            marked = Math.clamp(marked, 1, Math.max(1, room - column));
        }
        String margin = " ".repeat(number.length());
        return screen.toned(Tone.FAINT, " " + number + " |")
                + ' '
                + line
                + '\n'
                + screen.toned(Tone.FAINT, " " + margin + " |")
                + ' '
                + " ".repeat(column)
                + screen.toned(Tone.BAD, "^".repeat(marked));
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', Math.min(offset, text.length()) - 1) + 1;
    }

    private int lineEnd(int offset) {
        int end = text.indexOf('\n', Math.min(offset, text.length()));
        return end < 0 ? text.length() : end;
    }

    /** One character for each; none moves the cursor or controls the terminal in another way. */
    private static String shown(String line) {
        StringBuilder shown = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            shown.append(c == '\t' || c == '\r' ? ' ' : Character.isISOControl(c) ? '?' : c);
        }
        return shown.toString().stripTrailing();
    }
}
