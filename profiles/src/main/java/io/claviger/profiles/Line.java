package io.claviger.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line of a file: its text with its line end, and what it is. */
sealed interface Line {

    /** The line as it stands in the file, with its line end. */
    String text();

    /**
     * A line in brackets, where something new begins.
     *
     * @param profile the profile's name; empty when it heads something else
     * @param prefixed whether {@code profile} stands before the name
     */
    record Heading(String text, String profile, boolean prefixed) implements Line {}

    /** A setting. */
    record Property(String text, String key, String value) implements Line {

        @Override
        public String toString() {
            return "Property[" + key + "]";
        }
    }

    /** An indented line, which belongs to the setting before it. */
    record Continuation(String text) implements Line {

        @Override
        public String toString() {
            return "Continuation";
        }
    }

    /** A remark, an empty line, or anything else. */
    record Other(String text) implements Line {

        @Override
        public String toString() {
            return "Other";
        }

        boolean isBlank() {
            return bare(text).isBlank();
        }

        /** Whether readers pass over it, so that a setting may go on behind it. */
        boolean isPassedOver() {
            return isBlank() || isRemark(bare(text));
        }
    }

    /** All lines of a text. */
    static List<Line> of(FileKind kind, String text) {
        List<Line> lines = new ArrayList<>();
        boolean setting = false;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            Line line = of(kind, text.substring(start, end), setting);
            setting = switch (line) {
                case Property _, Continuation _ -> true;
                case Heading _ -> false;
                case Other other -> setting && other.isPassedOver();
            };
            lines.add(line);
            start = end;
        }
        return lines;
    }

    private static Line of(FileKind kind, String text, boolean afterSetting) {
        String bare = bare(text);
        String stripped = bare.strip();
        if (stripped.isEmpty() || isRemark(bare)) {
            return new Other(text);
        }
        if (stripped.startsWith("[")) {
            return heading(kind, text, stripped);
        }
        if (Character.isWhitespace(bare.charAt(0))) {
            return afterSetting ? new Continuation(text) : new Other(text);
        }
        int equals = stripped.indexOf('=');
        int colon = stripped.indexOf(':');
        int sign = equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
        return sign < 0
                ? new Other(text)
                : new Property(
                        text,
                        stripped.substring(0, sign).strip().toLowerCase(Locale.ROOT),
                        stripped.substring(sign + 1).strip());
    }

    /** The text without the mark that some editors set at the start of a file. */
    private static String bare(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean isRemark(String bare) {
        return bare.startsWith("#") || bare.startsWith(";");
    }

    private static Line heading(FileKind kind, String text, String stripped) {
        int end = stripped.indexOf(']');
        String inside = end < 0 ? "" : stripped.substring(1, end).strip();
        if (kind == FileKind.CREDENTIALS) {
            return new Heading(text, inside, false);
        }
        if (inside.equals(Settings.DEFAULT)) {
            return new Heading(text, inside, false);
        }
        String word = "profile";
        return inside.startsWith(word)
                        && inside.length() > word.length()
                        && Character.isWhitespace(inside.charAt(word.length()))
                ? new Heading(text, unquoted(inside.substring(word.length()).strip()), true)
                : new Heading(text, "", false);
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1
                && (name.startsWith("\"") || name.startsWith("'"))
                && name.charAt(0) == name.charAt(name.length() - 1);
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
