package io.claviger.corecmdlets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamContext;

/** What is wrong with a text that is no JSON, in the words that PowerShell's reader has for it. */
final class JsonProblems {

    private JsonProblems() {}

    static String why(String text, JacksonException error) {
        String said = error.getOriginalMessage();
        int line = error.getLocation() == null ? 1 : error.getLocation().getLineNr();
        int column = error.getLocation() == null ? 1 : error.getLocation().getColumnNr();
        String path = error.processor() instanceof tools.jackson.core.JsonParser parser
                ? path(parser.streamReadContext())
                : "";
        if (said.startsWith("Unexpected end-of-input")) {
            String last = text.substring(text.lastIndexOf('\n') + 1);
            boolean inArray = said.contains("Array");
            return "Unexpected end when deserializing " + (inArray ? "array" : "object") + ". Path '" + path
                    + "', line " + text.lines().count() + ", position " + last.length() + ".";
        }
        int offset = offset(text, line, column);
        boolean first = text.substring(0, offset).isBlank();
        char met = firstOf(text, offset);
        if (said.contains("was expecting comma")) {
            return "After parsing a value an unexpected character was encountered: " + met + ". Path '" + path
                    + "', line " + line + ", position " + (column - 1) + ".";
        }
        if (said.contains("was expecting double-quote to start") || said.contains("was expecting either valid name")) {
            return "Invalid property identifier character: " + met + ". Path '" + path + "', line " + line
                    + ", position " + (column - 1) + ".";
        }
        return "Unexpected character encountered while parsing value: " + met + ". Path '" + path + "', line "
                + (first ? 0 : line) + ", position " + (first ? 0 : column - 1) + ".";
    }

    private static int offset(String text, int line, int column) {
        int from = 0;
        for (int i = 1; i < line; i++) {
            from = text.indexOf('\n', from) + 1;
        }
        return Math.clamp(from + column - 1L, 0, text.length());
    }

    /** The character at fault: of a word, the first one. */
    private static char firstOf(String text, int offset) {
        int at = Math.min(offset, Math.max(0, text.length() - 1));
        while (at > 0 && at <= text.length() && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        return text.isEmpty() ? ' ' : text.charAt(Math.min(at, text.length() - 1));
    }

    /** A place in the text, such as {@code Statement[0].Action}. */
    static String path(@Nullable TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String before = path(context.getParent());
        if (context.inArray()) {
            return before + "[" + Math.max(0, context.getCurrentIndex()) + "]";
        }
        String name = context.currentName();
        return name == null ? before : before.isEmpty() ? name : before + "." + name;
    }
}
