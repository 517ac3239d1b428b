package io.claviger.powershell.language;

import io.claviger.powershell.language.Expression.Constant;
import io.claviger.powershell.language.Expression.Pair;
import io.claviger.powershell.language.Expression.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hashtables written out: <code>@{ Name = value }</code>. */
final class HashLiterals {

    private final Grammar grammar;
    private final Cursor cursor;

    HashLiterals(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
    }

    /** Reads the table; after <code>@{</code>, up to and including the closing brace. */
    Table table(int start) {
        List<Pair> pairs = new ArrayList<>();
        Set<String> known = new HashSet<>();
        cursor.separators();
        while (cursor.peek() != '}') {
            if (cursor.ended()) {
                throw cursor.incomplete("The hash literal was incomplete.");
            }
            int from = cursor.at();
            Expression key = key();
            if (key instanceof Constant constant
                    && !known.add(String.valueOf(constant.value()).toLowerCase(Locale.ROOT))) {
                throw cursor.wrong(
                        "Duplicate keys '" + constant.value() + "' are not allowed in hash literals.",
                        cursor.span(from));
            }
            cursor.blanks();
            if (!cursor.takes("=")) {
                throw cursor.missing("Missing '=' operator after key in hash literal.");
            }
            cursor.lines();
            if (cursor.ended() || cursor.peek() == '}' || cursor.peek() == ';') {
                throw cursor.missing("Missing statement after '=' in hash literal.");
            }
            pairs.add(new Pair(key, grammar.statement()));
            cursor.blanks();
            if (!cursor.atLineEnd() && cursor.peek() != ';' && cursor.peek() != '}') {
                throw cursor.unexpected();
            }
            cursor.separators();
        }
        cursor.skip(1);
        return new Table(pairs, cursor.span(start));
    }

    private Expression key() {
        int start = cursor.at();
        if (Character.isLetter(cursor.peek()) || cursor.peek() == '_') {
            while (Variables.isNamePart(cursor.peek())) {
                cursor.skip(1);
            }
            return new Constant(cursor.since(start), cursor.span(start));
        }
        if (!grammar.startsExpression()) {
            throw cursor.missing("Missing key in hash literal.");
        }
        return grammar.primary();
    }
}
