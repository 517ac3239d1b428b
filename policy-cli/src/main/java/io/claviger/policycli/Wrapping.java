package io.claviger.policycli;

import java.util.ArrayList;
import java.util.List;

/** Breaks texts into lines: at spaces, and in words that are too long, as ARNs are, after a colon, slash or comma. */
final class Wrapping {

    private Wrapping() {}

    /** Lines of at most that many characters, at least one line; a line feed in the text begins a new one. */
    static List<String> lines(String text, int room) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String rest = paragraph;
            while (rest.length() > room) {
                int end = end(rest, room);
                lines.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }

    private static int end(String text, int room) {
        int space = text.lastIndexOf(' ', room);
        if (space > room / 3) {
            return space;
        }
        for (int i = room; i > room / 2; i--) {
            if (":/,".indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return space > 0 ? space : room;
    }
}
