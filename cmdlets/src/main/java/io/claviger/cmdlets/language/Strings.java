package io.claviger.cmdlets.language;

import io.claviger.cmdlets.language.Expression.Constant;
import io.claviger.cmdlets.language.Expression.Inner;
import io.claviger.cmdlets.language.Expression.Interpolated;
import io.claviger.cmdlets.language.Expression.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Quoted texts, here-strings, and variables' names. */
final class Strings {

    private final Parser.Grammar grammar;
    private final Cursor cursor;

    Strings(Parser.Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
    }

    /** Collects what stands in double quotes or in a word: text and things to work out. */
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

    /** At a single quote: literally what stands there. */
    Expression single() {
        int start = cursor.at();
        cursor.skip(1);
        StringBuilder text = new StringBuilder();
        while (true) {
            if (cursor.ended()) {
                throw cursor.incomplete("The string is missing the terminator: '.");
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

    /** At a double quote: with variables and escapes. */
    Expression expandable() {
        int start = cursor.at();
        cursor.skip(1);
        Parts parts = new Parts();
        while (true) {
            if (cursor.ended()) {
                throw cursor.incomplete("The string is missing the terminator: \".");
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

    /** At {@code @'} or {@code @"}: the lines up to one that begins with the quote and {@code @}. */
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
            escape(parts.text);
        } else if (next == '$' && cursor.peek(1) == '(') {
            parts.add(inner(), here);
        } else if (next == '$' && startsVariable(cursor.peek(1))) {
            parts.add(variable(), here);
        } else {
            parts.text.append(cursor.next());
        }
    }

    private void escape(StringBuilder text) {
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

    /** At {@code $(}. */
    Inner inner() {
        int start = cursor.at();
        cursor.skip(2);
        cursor.enter();
        Statement.Block block = grammar.statements.until(')', "Missing closing ')' in subexpression.");
        cursor.leave();
        return new Inner(block, cursor.span(start));
    }

    /** Whether a variable's name can begin so. */
    static boolean startsVariable(char next) {
        return Character.isLetterOrDigit(next)
                || next == '_'
                || next == '{'
                || next == '?'
                || next == '$'
                || next == '^';
    }

    /** At the dollar sign of a variable. */
    Variable variable() {
        int start = cursor.at();
        cursor.skip(1);
        if (cursor.peek() == '{') {
            cursor.skip(1);
            int from = cursor.at();
            while (!cursor.ended() && cursor.peek() != '}' && cursor.peek() != '\n') {
                cursor.skip(1);
            }
            String name = cursor.since(from);
            if (!cursor.takes("}")) {
                throw cursor.expected("The variable name '{' is missing the closing '}'.");
            }
            return scoped(name, start);
        }
        if (cursor.peek() == '$' || cursor.peek() == '?' || cursor.peek() == '^') {
            cursor.skip(1);
            return new Variable("", cursor.since(start + 1), cursor.span(start));
        }
        int from = cursor.at();
        while (isNamePart(cursor.peek()) || (cursor.peek() == ':' && isScopeEnd(from))) {
            cursor.skip(1);
        }
        return scoped(cursor.since(from), start);
    }

    private boolean isScopeEnd(int from) {
        return cursor.at() > from
                && cursor.peek(1) != ':'
                && isNamePart(cursor.peek(1))
                && !cursor.since(from).contains(":");
    }

    private Variable scoped(String name, int start) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return new Variable("", name, cursor.span(start));
        }
        String scope = name.substring(0, colon).toLowerCase(Locale.ROOT);
        return switch (scope) {
            case "global", "script", "local", "private", "env", "variable" ->
                new Variable(scope, name.substring(colon + 1), cursor.span(start));
            default ->
                throw cursor.wrong(
                        "Variables of the drive '" + scope
                                + "' are not supported; $env:, $global:, $script: and $local: are.",
                        start);
        };
    }

    static boolean isNamePart(char one) {
        return Character.isLetterOrDigit(one) || one == '_';
    }

    /** A word of a command line, which ends at a blank or at a character with a meaning. */
    Expression word() {
        int start = cursor.at();
        Parts parts = new Parts();
        while (!cursor.ended() && !endsWord(cursor.peek())) {
            char next = cursor.peek();
            if (next == '`' && cursor.peek(1) != '\n' && cursor.peek(1) != '\r') {
                cursor.skip(1);
                escape(parts.text);
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
