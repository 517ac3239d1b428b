package io.claviger.powershell.language;

import io.claviger.powershell.language.Expression.Array;
import io.claviger.powershell.language.Expression.Parenthesized;
import io.claviger.powershell.language.Expression.Script;

/** The operands of operators: literals, variables and parentheses, each with its members. */
final class Primaries {

    private static final int MOST_MEMBERS = 200;

    private final Grammar grammar;
    private final Cursor cursor;
    private final Strings strings;
    private final Variables variables;
    private final TypeLiterals types;
    private final HashLiterals tables;
    private final MemberAccess members;
    private final Numbers numbers;

    Primaries(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
        strings = new Strings(grammar);
        variables = new Variables(grammar);
        types = new TypeLiterals(grammar);
        tables = new HashLiterals(grammar);
        members = new MemberAccess(grammar);
        numbers = new Numbers(cursor);
    }

    /** A value with its members. */
    Expression primary() {
        cursor.enter();
        int start = cursor.at();
        Expression value = atom();
        int count = 0;
        while (true) {
            Expression further = members.further(value, start);
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
            case '\'' -> strings.single();
            case '"' -> strings.expandable();
            case '(' -> parenthesized();
            case '{' -> script();
            case '[' -> types.type();
            case '@' -> at();
            case '$' -> dollar();
            default -> numbers.number().orElseThrow(cursor::unexpected);
        };
    }

    private Expression dollar() {
        if (cursor.peek(1) == '(') {
            return variables.inner();
        }
        if (!Variables.startsVariable(cursor.peek(1))) {
            throw cursor.wrong("Unexpected token '$' in expression or statement.");
        }
        return variables.variable();
    }

    private Expression at() {
        int start = cursor.at();
        return switch (cursor.peek(1)) {
            case '\'', '"' -> strings.hereString();
            case '(' -> {
                cursor.skip(2);
                Statement.Block block = grammar.until(')', "Missing closing ')' in subexpression.");
                yield new Array(block, cursor.span(start));
            }
            case '{' -> {
                cursor.skip(2);
                yield tables.table(start);
            }
            default ->
                throw cursor.expected(
                        "The splatting operator '@' cannot be used to reference variables in an expression. '@name' can be used"
                                + " only as an argument to a command.");
        };
    }

    /** Reads a statement in parentheses, at the opening one. */
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
        Statement statement = grammar.statement();
        cursor.lines();
        if (!cursor.takes(")")) {
            throw cursor.missing("Missing closing ')' in expression.");
        }
        return new Parenthesized(statement, cursor.span(start));
    }

    /** Reads a script block, at its brace. */
    Expression script() {
        int start = cursor.at();
        cursor.skip(1);
        return new Script(grammar.body(), cursor.span(start));
    }
}
