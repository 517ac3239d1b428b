package io.claviger.powershell.language;

import io.claviger.powershell.language.Expression.Constant;
import io.claviger.powershell.language.Expression.Interpolated;
import java.util.ArrayList;
import java.util.List;

/** Quoted texts, here-strings, and words of a command line. */
final class Strings {

    private final Cursor cursor;
    private final Variables variables;
    private final EscapeSequences escapes;

    Strings(Grammar grammar) {
        cursor = grammar.cursor();
        variables = new Variables(grammar);
        escapes = new EscapeSequences(cursor);
    }

    /** Collects the parts of a text in double quotes or of a word: text and expressions. */
    private static final class Parts {
        private final List<Expression> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        void add(Expression part, int start) {
            flush(start);
            parts.add(part);
        }

        private void flush(int start) {
            if (!text.isEmpty()) {
                parts.add(new Constant(text.toString(), new Span(start, start)));
                text.setLength(0);
            }
        }

        Expression finish(Span span) {
            if (parts.isEmpty()) {
                return new Constant(text.toString(), span);
            }
            flush(span.end());
            return new Interpolated(parts, span);
        }
    }

    /** Reads a text in single quotes, which is literal. */
    Expression single() {
        int start = cursor.at();
        cursor.skip(1);
        StringBuilder text = new StringBuilder();
        while (true) {
            if (cursor.ended()) {
                throw cursor.unterminated("The string is missing the terminator: '.", start);
            }
            char next = cursor.next();
            if (next != '\'') {
                text.append(next);
            } else if (cursor.peek() == '\'') {
                text.append(cursor.next());
            } else {
                return new Constant(text.toString(), cursor.span(start));
            }
        }
    }

    /** Reads a text in double quotes, with variables and escapes. */
    Expression expandable() {
        int start = cursor.at();
        cursor.skip(1);
        Parts parts = new Parts();
        while (true) {
            if (cursor.ended()) {
                throw cursor.unterminated("The string is missing the terminator: \".", start);
            }
            if (cursor.takes("\"\"")) {
                parts.text.append('"');
            } else if (cursor.takes("\"")) {
                return parts.finish(cursor.span(start));
            } else {
                piece(parts);
            }
        }
    }

    /** Reads a here-string, at {@code @'} or {@code @"}, up to the line that begins with the quote and {@code @}. */
    Expression hereString() {
        int start = cursor.at();
        char quote = cursor.peek(1);
        cursor.skip(2);
        while (cursor.peek() == ' ' || cursor.peek() == '\t' || cursor.peek() == '\r') {
            cursor.skip(1);
        }
        if (cursor.ended()) {
            throw cursor.incomplete("The string is missing the terminator: " + quote + "@.");
        }
        if (cursor.peek() != '\n') {
            throw cursor.wrong("No characters are allowed after a here-string header but before the end of the line.");
        }
        cursor.skip(1);
        String end = quote + "@";
        Parts parts = new Parts();
        if (cursor.takes(end)) {
            return parts.finish(cursor.span(start));
        }
        while (true) {
            if (cursor.ended()) {
                throw cursor.incomplete("The string is missing the terminator: " + end + ".");
            }
            if (cursor.takes("\n" + end) || cursor.takes("\r\n" + end)) {
                return parts.finish(cursor.span(start));
            }
            if (quote == '"') {
                piece(parts);
            } else {
                parts.text.append(cursor.next());
            }
        }
    }

    private void piece(Parts parts) {
        int here = cursor.at();
        char next = cursor.peek();
        if (next == '`') {
            cursor.skip(1);
            escapes.escape(parts.text);
        } else if (next == '$' && cursor.peek(1) == '(') {
            parts.add(variables.inner(), here);
        } else if (next == '$' && Variables.startsVariable(cursor.peek(1))) {
            parts.add(variables.variable(), here);
        } else {
            parts.text.append(cursor.next());
        }
    }

    /** Reads a word of a command line, which ends at a blank or a special character. */
    Expression word() {
        int start = cursor.at();
        Parts parts = new Parts();
        while (!cursor.ended() && !endsWord(cursor.peek())) {
            char next = cursor.peek();
            if (next == '`' && cursor.peek(1) != '\n' && cursor.peek(1) != '\r') {
                cursor.skip(1);
                escapes.escape(parts.text);
            } else if (next == '`') {
                break;
            } else if (next == '"' || next == '\'') {
                quotedInWord(parts, next);
            } else {
                piece(parts);
            }
        }
        return parts.finish(cursor.span(start));
    }

    private void quotedInWord(Parts parts, char quote) {
        int here = cursor.at();
        switch (quote == '"' ? expandable() : single()) {
            case Constant constant -> parts.text.append(constant.value());
            case Expression other -> parts.add(other, here);
        }
    }

    private static boolean endsWord(char next) {
        return Character.isWhitespace(next) || "|;(){},&<>".indexOf(next) >= 0;
    }
}
