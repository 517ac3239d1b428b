package io.claviger.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of a file: its text with its line end, and what it is. What it is follows aws-cli, which reads with Python's <a
 * href="https://docs.python.org/3/library/configparser.html#supported-ini-file-structure">configparser</a>: a line that
 * is indented more than the setting before it belongs to that setting, and a remark is a line of its own. A line that
 * aws-cli refuses the whole file for is {@link Junk}.
 */
sealed interface Line {

    /** The line as it stands in the file, with its line end. */
    String text();

    /** A line in brackets, where something new begins; also one whose bracket is not closed. */
    record Heading(String text, Section section) implements Line {

        /** The profile's name; empty when it heads something else. */
        String profile() {
            return section.kind() == Section.Kind.PROFILE ? section.name() : "";
        }
    }

    /** A setting. */
    record Property(String text, String key, String value) implements Line {

        @Override
        public String toString() {
            return "Property[" + key + "]";
        }
    }

    /** A line of the setting before it, which is indented less. */
    record Continuation(String text, String value) implements Line {

        @Override
        public String toString() {
            return "Continuation";
        }
    }

    /** An empty line. */
    record Blank(String text) implements Line {}

    /** A remark. */
    record Remark(String text) implements Line {

        @Override
        public String toString() {
            return "Remark";
        }
    }

    /** A line that no reader understands. */
    record Junk(String text) implements Line {

        @Override
        public String toString() {
            return "Junk";
        }
    }

    /** The blanks that the line begins with. */
    default String indentation() {
        String bare = bare(text());
        return bare.substring(0, Blanks.leading(bare));
    }

    /** The line's end; empty if the file ends without one. */
    default String ending() {
        String text = text();
        return text.endsWith("\r\n") ? "\r\n" : text.endsWith("\n") ? "\n" : text.endsWith("\r") ? "\r" : "";
    }

    /** The same line with another text. */
    default Line as(String text) {
        return switch (this) {
            case Heading heading -> new Heading(text, heading.section());
            case Property property -> new Property(text, property.key(), property.value());
            case Continuation continuation -> new Continuation(text, continuation.value());
            case Blank _ -> new Blank(text);
            case Remark _ -> new Remark(text);
            case Junk _ -> new Junk(text);
        };
    }

    /** All lines of a text. */
    static List<Line> of(FileKind kind, String text) {
        List<Line> lines = new ArrayList<>();
        boolean setting = false;
        int level = 0;
        for (int start = 0; start < text.length(); ) {
            int end = end(text, start);
            Line line = of(kind, text.substring(start, end), setting ? level : Integer.MAX_VALUE);
            lines.add(line);
            start = end;
            // No switch over types where files are read: the JDK generates code for one, at each start.
            if (line instanceof Property property) {
                setting = true;
                level = property.indentation().length();
            } else if (line instanceof Heading || line instanceof Junk) {
                setting = false;
            }
        }
        return lines;
    }

    private static int end(String text, int start) {
        for (int at = start; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '\n' || (one == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'))) {
                return at + 1;
            }
        }
        return text.length();
    }

    /**
     * A line.
     *
     * @param level how far the setting is indented that it may belong to
     */
    private static Line of(FileKind kind, String text, int level) {
        String bare = bare(text);
        String stripped = Blanks.strip(bare);
        if (stripped.isEmpty()) {
            return new Blank(text);
        }
        if (stripped.startsWith("#") || stripped.startsWith(";")) {
            return new Remark(text);
        }
        int close = stripped.startsWith("[") ? stripped.lastIndexOf(']') : -1;
        if (close > 0) {
            return new Heading(text, Section.of(kind, Encoding.readable(stripped.substring(1, close))));
        }
        if (Blanks.leading(bare) > level) {
            return new Continuation(text, Encoding.readable(stripped));
        }
        int equals = stripped.indexOf('=');
        int colon = stripped.indexOf(':');
        int sign = equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
        if (sign > 0) {
            return new Property(
                    text,
                    Blanks.strip(Encoding.readable(stripped.substring(0, sign))).toLowerCase(Locale.ROOT),
                    Blanks.strip(Encoding.readable(stripped.substring(sign + 1))));
        }
        return stripped.startsWith("[") ? new Heading(text, Section.UNKNOWN) : new Junk(text);
    }

    /** The text without the mark that some editors set at the start of a file. */
    private static String bare(String text) {
        return text.indexOf(Encoding.MARK) == 0 ? text.substring(1) : text;
    }
}
