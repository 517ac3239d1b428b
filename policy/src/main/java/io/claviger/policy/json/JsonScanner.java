package io.claviger.policy.json;

import java.util.Locale;

/** The characters of a JSON text, from left to right: strings, numbers, words, space, and the position reached. */
final class JsonScanner {

    private static final char END = '\0';

    private final String text;
    private int offset;
    private int line = 1;
    private int lineStart;

    JsonScanner(String text) {
        this.text = text;
    }

    Position position() {
        return new Position(line, offset - lineStart + 1, offset);
    }

    /** From there to the position reached. */
    Span since(Position start) {
        return new Span(start, position());
    }

    /** A fault here; one sentence, without a full stop. */
    JsonFault fault(String reason) {
        return new JsonFault(atEnd() ? reason + ", but the text ends here" : reason, position());
    }

    boolean atEnd() {
        return offset >= text.length();
    }

    /** The next character; U+0000, which no text may hold, at the end. */
    char peek() {
        return atEnd() ? END : text.charAt(offset);
    }

    void skipSpace() {
        while (!atEnd()) {
            char c = text.charAt(offset);
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                return;
            }
            offset++;
            if (c == '\n') {
                line++;
                lineStart = offset;
            }
        }
    }

    /** Skips space and then the character, if it comes next. */
    boolean accept(char c) {
        skipSpace();
        if (peek() != c) {
            return false;
        }
        offset++;
        return true;
    }

    void word(String word) throws JsonFault {
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw fault("Expected the word " + word);
            }
            offset++;
        }
    }

    /** Reads a string, whose opening quote comes next. */
    String string() throws JsonFault {
        offset++;
        int start = offset;
        while (!atEnd() && plain(text.charAt(offset))) {
            offset++;
        }
        if (peek() == '"') {
            return text.substring(start, offset++);
        }
        StringBuilder characters = new StringBuilder(text.substring(start, offset));
        while (peek() != '"') {
            char c = peek();
            if (c == '\\') {
                offset++;
                characters.append(escape());
            } else if (plain(c)) {
                characters.append(c);
                offset++;
            } else {
                throw unfit(c);
            }
        }
        offset++;
        String string = characters.toString();
        // No other program could read it: half a character has no bytes in UTF-8.
        if (string.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw fault("A string has half a character: an escape from \\uD800 to \\uDFFF without its other half");
        }
        return string;
    }

    private static boolean plain(char c) {
        return c >= ' ' && c <= '\u00FF' && c != '"' && c != '\\';
    }

    private JsonFault unfit(char c) {
        if (atEnd()) {
            return fault("Expected the closing quote of a string");
        }
        return fault(
                c == '\n' || c == '\r'
                        ? "A string ends in the line in which it begins"
                        : String.format(
                                Locale.ROOT, "The character U+%04X may stand in a string only as an escape", (int) c));
    }

    private char escape() throws JsonFault {
        char c = peek();
        int code = "\"\\/bfnrt".indexOf(c);
        if (code >= 0) {
            offset++;
            return "\"\\/\b\f\n\r\t".charAt(code);
        }
        if (c != 'u') {
            throw fault("Expected one of \" \\ / b f n r t u after '\\' in a string");
        }
        offset++;
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = atEnd() ? -1 : hexDigit(text.charAt(offset));
            if (digit < 0) {
                throw fault("Expected four hexadecimal digits after \\u in a string");
            }
            unit = unit * 16 + digit;
            offset++;
        }
        return (char) unit;
    }

    private static int hexDigit(char c) {
        return c <= 'f' ? Character.digit(c, 16) : -1;
    }

    String number() throws JsonFault {
        int start = offset;
        if (peek() == '-') {
            offset++;
        }
        if (peek() == '0') {
            offset++;
        } else {
            digits(offset == start ? "Expected a value" : "Expected a digit after '-' in a number");
        }
        if (peek() == '.') {
            offset++;
            digits("Expected a digit after '.' in a number");
        }
        if (peek() == 'e' || peek() == 'E') {
            offset++;
            if (peek() == '+' || peek() == '-') {
                offset++;
            }
            digits("Expected a digit in the exponent of a number");
        }
        return text.substring(start, offset);
    }

    private void digits(String otherwise) throws JsonFault {
        int start = offset;
        while (peek() >= '0' && peek() <= '9') {
            offset++;
        }
        if (offset == start) {
            throw fault(otherwise);
        }
    }
}
