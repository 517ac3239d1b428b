package io.claviger.powershell.format;

import java.util.ArrayList;
import java.util.List;

/** Widths of text, in cells of a terminal. */
final class Cells {

    private Cells() {}

    /** The number of cells that a text takes. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            width += width(point);
            i += Character.charCount(point);
        }
        return width;
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (point >= 0x1100 && point <= 0x115f)
                || (point >= 0x2e80 && point <= 0xa4cf)
                || (point >= 0xac00 && point <= 0xd7a3)
                || (point >= 0xf900 && point <= 0xfaff)
                || (point >= 0xfe30 && point <= 0xfe6f)
                || (point >= 0xff00 && point <= 0xff60)
                || (point >= 0x1f300 && point <= 0x1faff);
        return wide ? 2 : 1;
    }

    /** The beginning of a text, as much as fits. */
    static String head(String text, int cells) {
        int used = 0;
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (used + width(point) > cells) {
                break;
            }
            used += width(point);
            i += Character.charCount(point);
        }
        return text.substring(0, i);
    }

    /** The end of a text, as much as fits. */
    static String tail(String text, int cells) {
        int used = 0;
        int i = text.length();
        while (i > 0) {
            int point = text.codePointBefore(i);
            if (used + width(point) > cells) {
                break;
            }
            used += width(point);
            i -= Character.charCount(point);
        }
        return text.substring(i);
    }

    /**
     * Breaks a text to lines of at most this many cells: between words, and within words that are too long for a line.
     */
    static List<String> wrap(String text, int cells) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\r\n|\n|\r", -1)) {
            StringBuilder line = new StringBuilder();
            int used = 0;
            for (String word : paragraph.split("(?<= )", -1)) {
                // The blank after a word belongs to it, as in PowerShell.
                int size = width(word);
                if (used > 0 && used + size > cells) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                String rest = word;
                while (width(rest) > cells) {
                    String head = head(rest, Math.max(1, cells));
                    if (head.isEmpty()) {
                        break;
                    }
                    lines.add(head);
                    rest = rest.substring(head.length());
                }
                line.append(rest);
                used += width(rest);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
