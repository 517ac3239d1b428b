package io.claviger.powershell.language;

import java.util.Locale;

/** A place in a text, which moves on, and the errors that can occur there. */
final class Cursor {

    private static final int DEEPEST = 120;

    private final String text;
    private int at;
    private int depth;

    Cursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    void goTo(int place) {
        at = place;
    }

    boolean ended() {
        return at >= text.length();
    }

    /** The character here, or NUL at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() && at + ahead >= 0 ? text.charAt(at + ahead) : '\0';
    }

    char next() {
        return text.charAt(at++);
    }

    void skip(int characters) {
        at = Math.min(text.length(), at + characters);
    }

    boolean sees(String expected) {
        return text.startsWith(expected, at);
    }

    boolean takes(String expected) {
        if (!sees(expected)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    String since(int start) {
        return text.substring(start, at);
    }

    String between(int start, int end) {
        return text.substring(start, end);
    }

    Span span(int start) {
        return new Span(start, at);
    }

    /** The word of letters that begins here, in lower case. Does not move. */
    String word() {
        int end = at;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return text.substring(at, end).toLowerCase(Locale.ROOT);
    }

    /** Skips blanks, comments and line ends after a backtick. */
    void blanks() {
        while (!ended()) {
            char here = peek();
            if (here == ' ' || here == '\t' || here == '\u00a0' || (here == '\r' && peek(1) != '\n') || here == '\f') {
                at++;
            } else if (here == '`' && (peek(1) == ' ' || peek(1) == '\t')) {
                at += 2;
            } else if (here == '`' && peek(1) == '\n') {
                at += 2;
            } else if (here == '`' && peek(1) == '\r' && peek(2) == '\n') {
                at += 3;
            } else if (here == '<' && peek(1) == '#') {
                blockComment();
            } else if (here == '#') {
                while (!ended() && peek() != '\n') {
                    at++;
                }
            } else {
                return;
            }
        }
    }

    private void blockComment() {
        int end = text.indexOf("#>", at + 2);
        if (end < 0) {
            throw incomplete("The terminator '#>' is missing from the multiline comment.");
        }
        at = end + 2;
    }

    /** Skips blanks and line ends. */
    void lines() {
        blanks();
        while (peek() == '\n' || peek() == '\r') {
            at++;
            blanks();
        }
    }

    /** Skips blanks, line ends and semicolons. */
    void separators() {
        lines();
        while (peek() == ';') {
            at++;
            lines();
        }
    }

    boolean atLineEnd() {
        return ended() || peek() == '\n' || peek() == '\r';
    }

    /** Goes one level deeper; too deep is an error. */
    void enter() {
        if (++depth > DEEPEST) {
            throw wrong("The text is nested too deeply.");
        }
    }

    void leave() {
        depth--;
    }

    /** An error here. If the text ends here, it is only incomplete. */
    SyntaxError expected(String message) {
        return new SyntaxError(message, new Span(at, at + 1), ended());
    }

    /** An error behind what was read last. If the text ends here, it is only incomplete. */
    SyntaxError missing(String message) {
        int end = at;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new SyntaxError(message, new Span(end, end + 1), ended());
    }

    /** The error that what is here cannot stand here. */
    SyntaxError unexpected() {
        String token = token();
        return new SyntaxError(
                "Unexpected token '" + token + "' in expression or statement.",
                new Span(at, at + Math.max(1, token.length())),
                ended());
    }

    SyntaxError wrong(String message) {
        return new SyntaxError(message, new Span(at, at + 1), false);
    }

    SyntaxError wrong(String message, int place) {
        return new SyntaxError(message, new Span(place, place + 1), false);
    }

    SyntaxError wrong(String message, Span place) {
        return new SyntaxError(message, place, false);
    }

    SyntaxError incomplete(String message) {
        return new SyntaxError(message, new Span(at, at + 1), true);
    }

    /** The error for what begins there and does not end. */
    SyntaxError unterminated(String message, int start) {
        int line = text.indexOf('\n', start);
        return new SyntaxError(message, new Span(start, line < 0 ? text.length() : line), true);
    }

    /** The unexpected token here, for the message. */
    String token() {
        if (sees("!=") || sees("==") || sees("@(") || sees("@{") || sees("$(")) {
            return text.substring(at, at + 2);
        }
        char first = peek();
        if (first == '\'' || first == '"') {
            int close = text.indexOf(first, at + 1);
            return text.substring(at, close < 0 ? lineEnd() : Math.min(close + 1, lineEnd()));
        }
        int end = at;
        while (end < text.length()
                && end < at + 60
                && !Character.isWhitespace(text.charAt(end))
                && (end == at
                        || (Character.isLetterOrDigit(text.charAt(at)) && "\"\\'".indexOf(text.charAt(end)) >= 0)
                        || (text.charAt(at) == '-' && Character.isLetter(text.charAt(end)))
                        || ((Character.isLetterOrDigit(text.charAt(end))
                                        || text.charAt(end) == '_'
                                        || text.charAt(end) == '-')
                                && (first == '$' || Character.isLetterOrDigit(first))))) {
            end++;
        }
        return text.substring(at, end);
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
