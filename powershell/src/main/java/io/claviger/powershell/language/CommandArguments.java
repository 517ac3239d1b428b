package io.claviger.powershell.language;

import io.claviger.powershell.language.Command.Argument;
import io.claviger.powershell.language.Expression.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of a command: parameters, values and splatted variables. */
final class CommandArguments {

    private final Grammar grammar;
    private final Cursor cursor;
    private final Strings strings;
    private final Numbers numbers;

    CommandArguments(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
        strings = new Strings(grammar);
        numbers = new Numbers(cursor);
    }

    /** Whether two dashes stand here, behind which nothing is a parameter's name. */
    boolean endsParameters() {
        return cursor.sees("--") && (cursor.peek(2) == '\0' || Character.isWhitespace(cursor.peek(2)));
    }

    /**
     * Reads an argument.
     *
     * @param mayBeNamed whether a dash begins a parameter's name
     */
    Argument argument(boolean mayBeNamed) {
        int start = cursor.at();
        if (mayBeNamed
                && cursor.peek() == '-'
                && (Character.isLetter(cursor.peek(1)) || cursor.peek(1) == '_' || cursor.peek(1) == '?')) {
            return named(start);
        }
        if (cursor.sees("--%")) {
            throw cursor.wrong("The token '--%' is not supported.");
        }
        if (cursor.peek() == '@' && Variables.isNamePart(cursor.peek(1))) {
            cursor.skip(1);
            int from = cursor.at();
            while (Variables.isNamePart(cursor.peek())) {
                cursor.skip(1);
            }
            return new Argument.Splatted(cursor.since(from), cursor.span(start));
        }
        Expression value = values();
        return new Argument.Plain(value, written(value), cursor.span(start));
    }

    private Argument named(int start) {
        cursor.skip(1);
        int from = cursor.at();
        while (!cursor.ended()
                && !Character.isWhitespace(cursor.peek())
                && ":,;|(){}[]&<>\"'$=".indexOf(cursor.peek()) < 0) {
            cursor.skip(1);
        }
        String name = cursor.since(from);
        if (!cursor.takes(":")) {
            return new Argument.Named(name, null, "", cursor.span(start));
        }
        cursor.blanks();
        if (cursor.atLineEnd() || "|;)}&".indexOf(cursor.peek()) >= 0) {
            throw cursor.expected("The parameter '-" + name + "' requires an argument after the colon.");
        }
        Expression value = values();
        return new Argument.Named(name, value, written(value), cursor.span(start));
    }

    /** How a number was written, since {@code 007} stays {@code 007} for a text parameter; empty for other values. */
    private String written(Expression value) {
        return value instanceof Expression.Constant constant && constant.value() instanceof Number
                ? cursor.between(constant.span().start(), constant.span().end())
                : "";
    }

    private Expression values() {
        int start = cursor.at();
        Expression first = value();
        int end = cursor.at();
        cursor.blanks();
        if (cursor.peek() != ',') {
            cursor.goTo(end);
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (cursor.peek() == ',') {
            cursor.skip(1);
            cursor.lines();
            if (cursor.ended() || "|;)}&,".indexOf(cursor.peek()) >= 0) {
                throw cursor.missing("Missing expression after ',' in pipeline element.");
            }
            items.add(value());
            end = cursor.at();
            cursor.blanks();
        }
        cursor.goTo(end);
        return new Items(items, cursor.span(start));
    }

    /** One value, without a list: a file to write to, a case of {@code switch}. */
    Expression single() {
        return value();
    }

    private Expression value() {
        int start = cursor.at();
        char here = cursor.peek();
        boolean enclosed = "'\"({".indexOf(here) >= 0 || (here == '@' && "('\"{".indexOf(cursor.peek(1)) >= 0);
        if (enclosed) {
            return grammar.primary();
        }
        if (here == '$' && (Variables.startsVariable(cursor.peek(1)) || cursor.peek(1) == '(')) {
            Expression value = grammar.primary();
            if (endsHere()) {
                return value;
            }
            cursor.goTo(start);
        }
        if (Character.isDigit(here)
                || ((here == '-' || here == '+' || here == '.') && Character.isDigit(cursor.peek(1)))) {
            Optional<Expression> number = numbers.number();
            if (number.isPresent() && endsHere()) {
                return number.get();
            }
            cursor.goTo(start);
        }
        return nonEmptyWord();
    }

    private boolean endsHere() {
        char here = cursor.peek();
        return cursor.ended() || Character.isWhitespace(here) || "|;(){},&<>".indexOf(here) >= 0;
    }

    Expression nonEmptyWord() {
        int before = cursor.at();
        Expression word = strings.word();
        if (cursor.at() == before) {
            throw cursor.unexpected();
        }
        return word;
    }
}
