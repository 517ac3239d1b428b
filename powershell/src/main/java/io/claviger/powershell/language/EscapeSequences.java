package io.claviger.powershell.language;

/** The escape sequences that begin with a backtick. */
final class EscapeSequences {

    private final Cursor cursor;

    EscapeSequences(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Adds the character that is meant; after the backtick. */
    void escape(StringBuilder text) {
        if (cursor.ended()) {
            throw cursor.incomplete("The string is missing the terminator: \".");
        }
        char next = cursor.next();
        switch (next) {
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case '0' -> text.append('\0');
            case 'a' -> text.append('\u0007');
            case 'b' -> text.append('\b');
            case 'e' -> text.append('\u001b');
            case 'f' -> text.append('\f');
            case 'v' -> text.append('\u000b');
            case 'u' -> codePoint(text);
            default -> text.append(next);
        }
    }

    private void codePoint(StringBuilder text) {
        if (!cursor.takes("{")) {
            text.append('u');
            return;
        }
        int start = cursor.at();
        while (Character.digit(cursor.peek(), 16) >= 0 && cursor.at() - start < 6) {
            cursor.skip(1);
        }
        String digits = cursor.since(start);
        int value = digits.isEmpty() ? -1 : Integer.parseInt(digits, 16);
        if (!Character.isValidCodePoint(value) || !cursor.takes("}")) {
            throw cursor.expected(
                    "The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six"
                            + " hex digits and a closing '}'.");
        }
        text.appendCodePoint(value);
    }
}
