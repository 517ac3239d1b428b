package io.claviger.powershell.language;

import io.claviger.powershell.language.Expression.Cast;
import java.util.Locale;

/** Type names in brackets: casts of what follows, or types with static members. */
final class TypeLiterals {

    private final Grammar grammar;
    private final Cursor cursor;

    TypeLiterals(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
    }

    /** Reads a type, at its bracket. */
    Cast type() {
        int start = cursor.at();
        cursor.skip(1);
        cursor.blanks();
        int from = cursor.at();
        while (Variables.isNamePart(cursor.peek()) || cursor.peek() == '.') {
            cursor.skip(1);
        }
        String name = cursor.since(from);
        if (name.isEmpty()) {
            throw cursor.missing("Missing type name after '['.");
        }
        if (cursor.takes("[]")) {
            name += "[]";
        }
        if (cursor.peek() == '[') {
            name += generic(name);
        }
        if (cursor.peek() == '(') {
            throw cursor.wrong("Attributes of variables ('[" + name + "()]') are not supported.");
        }
        cursor.blanks();
        if (!cursor.takes("]")) {
            throw cursor.missing("Missing ] at end of attribute or type literal.");
        }
        return new Cast(name, null, cursor.span(start));
    }

    /** The items' type of a list, in brackets. */
    private String generic(String name) {
        int from = cursor.at();
        if (!name.toLowerCase(Locale.ROOT).endsWith("collections.generic.list")) {
            throw cursor.wrong("Generic types ('[" + name + "[...]]') are not supported, except lists.");
        }
        cursor.skip(1);
        while (Variables.isNamePart(cursor.peek()) || cursor.peek() == '.') {
            cursor.skip(1);
        }
        if (!cursor.takes("]")) {
            throw cursor.expected("Missing ] at end of attribute or type literal.");
        }
        return cursor.since(from);
    }

    /** Whether a value follows the type, which is a cast then. */
    boolean castFollows() {
        int here = cursor.at();
        cursor.blanks();
        char next = cursor.peek();
        boolean follows = grammar.startsExpression()
                && next != ','
                && next != '.'
                && !(next == '-' && Character.isLetter(cursor.peek(1)));
        if (!follows) {
            cursor.goTo(here);
        }
        return follows;
    }
}
