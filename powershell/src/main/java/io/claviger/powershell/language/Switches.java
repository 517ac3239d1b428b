package io.claviger.powershell.language;

import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.language.Statement.Case;
import io.claviger.powershell.language.Statement.Matching;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code switch -Regex (values) { 'pattern' { } { condition } { } default { } }}. */
final class Switches {

    private final Grammar grammar;
    private final Cursor cursor;
    private final CommandArguments arguments;

    Switches(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
        arguments = new CommandArguments(grammar);
    }

    /** Reads it; after its keyword. */
    Statement.Switch read(String label, int start) {
        Matching matching = Matching.EXACT;
        boolean caseSensitive = false;
        cursor.lines();
        while (cursor.peek() == '-') {
            int from = cursor.at();
            cursor.skip(1);
            String flag = cursor.word();
            cursor.skip(flag.length());
            if (flag.isEmpty() || !"casesensitive".startsWith(flag)) {
                matching = matching(flag, from);
            } else {
                caseSensitive = true;
            }
            cursor.lines();
        }
        if (!cursor.takes("(")) {
            throw cursor.missing("Missing '(' after 'switch' in switch statement.");
        }
        cursor.lines();
        if (cursor.peek() == ')') {
            throw cursor.missing("Missing condition in switch statement after 'switch ('.");
        }
        Statement values = grammar.statement();
        cursor.lines();
        if (!cursor.takes(")")) {
            throw cursor.missing("Missing closing ')' after expression in 'switch' statement.");
        }
        cursor.lines();
        if (!cursor.takes("{")) {
            throw cursor.missing("Missing '{' in switch statement.");
        }
        List<Case> cases = new ArrayList<>();
        @Nullable Block otherwise = grammar.leaving().loop(() -> cases(cases));
        return new Statement.Switch(label, matching, caseSensitive, values, cases, otherwise, cursor.span(start));
    }

    private Matching matching(String flag, int from) {
        if (!flag.isEmpty() && "regex".startsWith(flag)) {
            return Matching.REGEX;
        }
        if (!flag.isEmpty() && "wildcard".startsWith(flag)) {
            return Matching.WILDCARD;
        }
        if (!flag.isEmpty() && "exact".startsWith(flag)) {
            return Matching.EXACT;
        }
        throw cursor.wrong(
                "The parameter '" + cursor.since(from) + "' of the switch statement is not supported.", from);
    }

    /** Reads the cases up to the closing brace, and returns the block of {@code default}. */
    private @Nullable Block cases(List<Case> cases) {
        @Nullable Block otherwise = null;
        cursor.separators();
        while (cursor.peek() != '}') {
            if (cursor.ended()) {
                throw cursor.incomplete("Missing closing '}' in switch statement.");
            }
            int from = cursor.at();
            boolean isDefault = cursor.word().equals("default");
            Expression condition = arguments.single();
            Block body = grammar.braced("Missing statement block in switch statement clause.");
            if (!isDefault) {
                cases.add(new Case(condition, body));
            } else if (otherwise == null) {
                otherwise = body;
            } else {
                throw cursor.wrong("A switch statement must have only one default clause.", from);
            }
            cursor.separators();
        }
        cursor.skip(1);
        return otherwise;
    }
}
