package io.claviger.powershell.language;

import io.claviger.powershell.language.Expression.Inner;
import io.claviger.powershell.language.Expression.Variable;
import java.util.Locale;

/** Variables with their scopes, and subexpressions, in expressions, texts and words. */
final class Variables {

    private final Grammar grammar;
    private final Cursor cursor;

    Variables(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
    }

    /** Reads a subexpression, at {@code $(}. */
    Inner inner() {
        int start = cursor.at();
        cursor.skip(2);
        cursor.enter();
        Statement.Block block = grammar.until(')', "Missing closing ')' in subexpression.");
        cursor.leave();
        return new Inner(block, cursor.span(start));
    }

    /** Whether a variable's name can begin with this character. */
    static boolean startsVariable(char next) {
        return Character.isLetterOrDigit(next)
                || next == '_'
                || next == '{'
                || next == '?'
                || next == '$'
                || next == '^';
    }

    /** Reads a variable, at its dollar sign. */
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
        while (isNamePart(cursor.peek()) || cursor.peek() == '?' || (cursor.peek() == ':' && isScopeEnd(from, start))) {
            cursor.skip(1);
        }
        return scoped(cursor.since(from), start);
    }

    private boolean isScopeEnd(int from, int start) {
        if (cursor.at() == from || cursor.peek(1) == ':' || cursor.since(from).contains(":")) {
            return false;
        }
        if (!isNamePart(cursor.peek(1))) {
            throw cursor.wrong(
                    "Variable reference is not valid. ':' was not followed by a valid variable name character. Consider"
                            + " using ${} to delimit the name.",
                    new Span(start, cursor.at() + 1));
        }
        return true;
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

    /** Whether a name can contain this character. */
    static boolean isNamePart(char one) {
        return Character.isLetterOrDigit(one) || one == '_';
    }
}
