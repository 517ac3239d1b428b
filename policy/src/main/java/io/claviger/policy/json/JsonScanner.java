package io.claviger.policy.json;

/** The characters of a JSON text, from left to right: strings, numbers, space, and the position reached. */
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

    JsonFault fault(String reason) {
        return new JsonFault(reason, position());
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

    void expect(char c) throws JsonFault {
        if (peek() != c || atEnd()) {
            throw fault("expected '" + c + "'");
        }
        offset++;
    }

    String string() throws JsonFault {
        expect('"');
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
            } else if (plain(c) && !atEnd()) {
                characters.append(c);
                offset++;
            } else {
                throw fault("a character that a string may not hold");
            }
        }
        offset++;
        return characters.toString();
    }

    private static boolean plain(char c) {
        return c >= ' ' && c <= '\u00FF' && c != '"' && c != '\\';
    }

    private char escape() throws JsonFault {
        char c = peek();
        int code = "\"\\/bfnrt".indexOf(c);
        if (code >= 0) {
            offset++;
            return "\"\\/\b\f\n\r\t".charAt(code);
        }
        expect('u');
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = atEnd() ? -1 : hexDigit(text.charAt(offset));
            if (digit < 0) {
                throw fault("expected a hexadecimal digit");
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
            digits();
        }
        if (peek() == '.') {
            offset++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            offset++;
            if (peek() == '+' || peek() == '-') {
                offset++;
            }
            digits();
        }
        return text.substring(start, offset);
    }

    private void digits() throws JsonFault {
        int start = offset;
        while (peek() >= '0' && peek() <= '9') {
            offset++;
        }
        if (offset == start) {
            throw fault("expected a value");
        }
    }
}
