package io.claviger.powershell.language;

import io.claviger.powershell.language.Expression.Array;
import io.claviger.powershell.language.Expression.Parenthesized;
import io.claviger.powershell.language.Expression.Script;

/** What stands between operators: literals, variables and parentheses, each with its members. */
final class Primaries {

    private static final int MOST_MEMBERS = 200;

    private final Parser.Grammar grammar;
    private final Cursor cursor;

    Primaries(Parser.Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
    }

    /** A value with its members. */
    Expression primary() {
        cursor.enter();
        int start = cursor.at();
        Expression value = atom();
        int count = 0;
        while (true) {
            Expression further = grammar.members.further(value, start);
            if (further == null) {
                cursor.leave();
                return value;
            }
            if (++count > MOST_MEMBERS) {
                throw cursor.wrong("The expression has too many members.");
            }
            value = further;
        }
    }

    private Expression atom() {
        char here = cursor.peek();
        return switch (here) {
            case '\'' -> grammar.strings.single();
            case '"' -> grammar.strings.expandable();
            case '(' -> parenthesized();
            case '{' -> script();
            case '[' -> grammar.types.type();
            case '@' -> at();
            case '$' -> dollar();
            default ->
                grammar.numbers
                        .number()
                        .orElseThrow(() -> cursor.expected(
                                "Unexpected token '" + cursor.token() + "' in expression or statement."));
        };
    }

    private Expression dollar() {
        if (cursor.peek(1) == '(') {
            return grammar.variables.inner();
        }
        if (!Variables.startsVariable(cursor.peek(1))) {
            throw cursor.wrong("Unexpected token '$' in expression or statement.");
        }
        return grammar.variables.variable();
    }

    private Expression at() {
        int start = cursor.at();
        return switch (cursor.peek(1)) {
            case '\'', '"' -> grammar.strings.hereString();
            case '(' -> {
                cursor.skip(2);
                Statement.Block block = grammar.statements.until(')', "Missing closing ')' in subexpression.");
                yield new Array(block, cursor.span(start));
            }
            case '{' -> {
                cursor.skip(2);
                yield grammar.tables.table(start);
            }
            default ->
                throw cursor.expected(
                        "The splatting operator '@' cannot be used to reference variables in an expression. '@name' can be used"
                                + " only as an argument to a command.");
        };
    }

    /** At the parenthesis of a statement that is a value. */
    Expression parenthesized() {
        int start = cursor.at();
        cursor.skip(1);
        cursor.lines();
        if (cursor.peek() == ')') {
            throw cursor.wrong("An expression was expected after '('.");
        }
        if (cursor.ended()) {
            throw cursor.incomplete("Missing closing ')' in expression.");
        }
        Statement statement = grammar.statements.statement();
        cursor.lines();
        if (!cursor.takes(")")) {
            throw cursor.expected("Missing closing ')' in expression.");
        }
        return new Parenthesized(statement, cursor.span(start));
    }

    /** At the brace of a script block. */
    Expression script() {
        int start = cursor.at();
        cursor.skip(1);
        return new Script(grammar.statements.body(), cursor.span(start));
    }
}
