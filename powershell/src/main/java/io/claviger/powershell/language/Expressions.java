package io.claviger.powershell.language;

import io.claviger.powershell.language.Expression.Binary;
import io.claviger.powershell.language.Expression.Cast;
import io.claviger.powershell.language.Expression.Choice;
import io.claviger.powershell.language.Expression.Items;
import io.claviger.powershell.language.Expression.Step;
import io.claviger.powershell.language.Expression.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Operators, from the loosest to the tightest, as PowerShell ranks them. */
final class Expressions {

    private static final int MOST_OPERATORS = 400;

    private static final Set<String> UNARY = Set.of("not", "split", "isplit", "csplit", "join");

    private final Grammar grammar;
    private final Cursor cursor;
    private final TypeLiterals types;
    /** Whether a comma makes an array here. */
    private final Numbers numbers;

    private boolean commas = true;

    Expressions(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
        types = new TypeLiterals(grammar);
        numbers = new Numbers(cursor);
    }

    /** A whole expression. */
    Expression expression() {
        return expression(true);
    }

    /** An expression that ends before a comma, which separates it from the next parameter. */
    Expression single() {
        return expression(false);
    }

    private Expression expression(boolean lists) {
        boolean before = commas;
        commas = lists;
        cursor.enter();
        Expression value = choice();
        cursor.leave();
        commas = before;
        return value;
    }

    /** {@code condition ? one : other}, or the condition alone. */
    private Expression choice() {
        int start = cursor.at();
        Expression condition = chain(0);
        cursor.blanks();
        if (cursor.peek() != '?' || cursor.peek(1) == '?') {
            return condition;
        }
        cursor.skip(1);
        Expression one = branch("?");
        cursor.lines();
        if (!cursor.takes(":")) {
            throw cursor.missing("Missing ':' in the ternary expression.");
        }
        return new Choice(condition, one, branch(":"), cursor.span(start));
    }

    private Expression branch(String sign) {
        cursor.lines();
        if (!startsExpression()) {
            throw cursor.missing("You must provide a value expression following the '" + sign + "' operator.");
        }
        cursor.enter();
        Expression branch = choice();
        cursor.leave();
        return branch;
    }

    private Expression chain(int level) {
        if (level == OperatorSigns.LEVELS) {
            return items();
        }
        int start = cursor.at();
        Expression left = chain(level + 1);
        int count = 0;
        while (true) {
            cursor.blanks();
            Optional<String> operator = OperatorSigns.at(level, cursor);
            if (operator.isEmpty()) {
                OperatorSigns.refuseUnknown(cursor);
                return left;
            }
            if (++count > MOST_OPERATORS) {
                throw cursor.wrong("The expression has too many operators.");
            }
            String name = operator.get();
            boolean named = Character.isLetter(name.charAt(0));
            cursor.skip(name.length() + (named ? 1 : 0));
            String shown = named ? "-" + name : name;
            cursor.lines();
            if (!startsExpression()) {
                throw cursor.missing("You must provide a value expression following the '" + shown + "' operator.");
            }
            left = new Binary(name, left, chain(level + 1), cursor.span(start));
        }
    }

    /** Whether an expression can begin here. */
    boolean startsExpression() {
        char here = cursor.peek();
        return here != '\0'
                && (Character.isDigit(here) ? numbers.isHere() : "$@(\"'[{-+!,.".indexOf(here) >= 0)
                && !(here == '.' && !Character.isDigit(cursor.peek(1)))
                && !(here == '-' && Character.isLetter(cursor.peek(1)) && !isUnary())
                && !(here == '@' && "('\"{".indexOf(cursor.peek(1)) < 0);
    }

    private boolean isUnary() {
        return OperatorSigns.dashed(cursor).filter(UNARY::contains).isPresent() || OperatorSigns.isRefused(cursor);
    }

    private Expression items() {
        int start = cursor.at();
        if (cursor.peek() == ',') {
            cursor.skip(1);
            cursor.blanks();
            if (!startsExpression()) {
                throw cursor.missing("Missing expression after unary operator ','.");
            }
            cursor.enter();
            Expression only = unary();
            cursor.leave();
            return new Items(List.of(only), cursor.span(start));
        }
        Expression first = unary();
        cursor.blanks();
        if (cursor.peek() != ',' || !commas) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (cursor.peek() == ',') {
            cursor.skip(1);
            cursor.lines();
            if (!startsExpression()) {
                throw cursor.missing("Missing expression after ','.");
            }
            items.add(unary());
            cursor.blanks();
        }
        return new Items(items, cursor.span(start));
    }

    private Expression unary() {
        cursor.enter();
        Expression value = unaryHere();
        cursor.leave();
        return value;
    }

    private Expression unaryHere() {
        cursor.blanks();
        int start = cursor.at();
        OperatorSigns.refuseUnknown(cursor);
        Optional<String> word = OperatorSigns.dashed(cursor).filter(UNARY::contains);
        if (word.isPresent()) {
            cursor.skip(word.get().length() + 1);
            return new Unary(word.get(), operand("-" + word.get()), cursor.span(start));
        }
        if (cursor.takes("!")) {
            return new Unary("not", operand("!"), cursor.span(start));
        }
        if (cursor.sees("++") || cursor.sees("--")) {
            String sign = cursor.between(start, start + 2);
            cursor.skip(2);
            return new Step(
                    Assignable.checked(cursor, operand(sign)), sign.equals("++") ? 1 : -1, false, cursor.span(start));
        }
        if (cursor.peek() == '-' || cursor.peek() == '+') {
            if (Character.isDigit(cursor.peek(1)) || (cursor.peek(1) == '.' && Character.isDigit(cursor.peek(2)))) {
                return grammar.primary();
            }
            String sign = String.valueOf(cursor.next());
            return new Unary(sign, operand(sign), cursor.span(start));
        }
        Expression value = grammar.primary();
        if (value instanceof Cast cast && cast.value() == null && types.castFollows()) {
            return new Cast(cast.type(), unary(), cursor.span(start));
        }
        if (cursor.sees("++") || cursor.sees("--")) {
            int by = cursor.peek() == '+' ? 1 : -1;
            cursor.skip(2);
            return new Step(Assignable.checked(cursor, value), by, true, cursor.span(start));
        }
        return value;
    }

    private Expression operand(String operator) {
        cursor.blanks();
        if (!startsExpression()) {
            throw cursor.missing("Missing expression after unary operator '" + operator + "'.");
        }
        return unary();
    }
}
