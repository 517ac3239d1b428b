package io.claviger.cmdlets.language;

import io.claviger.cmdlets.language.Expression.Binary;
import io.claviger.cmdlets.language.Expression.Cast;
import io.claviger.cmdlets.language.Expression.Items;
import io.claviger.cmdlets.language.Expression.Step;
import io.claviger.cmdlets.language.Expression.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Operators, from the loosest to the tightest, as PowerShell ranks them. */
final class Expressions {

    private static final int MOST_OPERATORS = 400;

    private static final Set<String> COMPARISONS = Set.of(
            "eq",
            "ne",
            "gt",
            "ge",
            "lt",
            "le",
            "like",
            "notlike",
            "match",
            "notmatch",
            "contains",
            "notcontains",
            "in",
            "notin",
            "replace",
            "split");
    private static final Set<String> OTHERS = Set.of("join", "is", "isnot", "as");
    private static final Set<String> UNSUPPORTED = Set.of("band", "bor", "bxor", "bnot", "shl", "shr");
    private static final Set<String> UNARY = Set.of("not", "split", "isplit", "csplit", "join");

    private final Parser.Grammar grammar;
    private final Cursor cursor;
    /** Whether a comma makes an array here. */
    private boolean commas = true;

    Expressions(Parser.Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
    }

    /** A whole expression. */
    Expression expression() {
        return expression(true);
    }

    /** An expression that ends before a comma, which parts it from the next parameter. */
    Expression single() {
        return expression(false);
    }

    private Expression expression(boolean lists) {
        boolean before = commas;
        commas = lists;
        cursor.enter();
        Expression value = chain(0);
        cursor.leave();
        commas = before;
        return value;
    }

    private interface Level {
        /** The operator that stands here and belongs to the level, as it is named in the tree; not taken yet. */
        Optional<String> operator(Cursor cursor);
    }

    private static final List<Level> LEVELS = List.of(
            cursor -> dashed(cursor).filter(Set.of("and", "or", "xor")::contains),
            cursor -> dashed(cursor).filter(Expressions::isComparison),
            cursor -> sign(cursor, "+-"),
            cursor -> sign(cursor, "*/%"),
            cursor -> dashed(cursor).filter("f"::equals),
            cursor -> cursor.sees("..") ? Optional.of("..") : Optional.empty());

    private static boolean isComparison(String name) {
        String plain = name.length() > 2 && (name.charAt(0) == 'c' || name.charAt(0) == 'i') ? name.substring(1) : name;
        return COMPARISONS.contains(name) || COMPARISONS.contains(plain) || OTHERS.contains(name);
    }

    /** The operator named with a dash that stands here. */
    private static Optional<String> dashed(Cursor cursor) {
        if (cursor.peek() != '-' || !Character.isLetter(cursor.peek(1))) {
            return Optional.empty();
        }
        int start = cursor.at();
        cursor.skip(1);
        String name = cursor.word();
        cursor.goTo(start);
        return Optional.of(name);
    }

    private static Optional<String> sign(Cursor cursor, String signs) {
        char here = cursor.peek();
        boolean found = here != '\0'
                && signs.indexOf(here) >= 0
                && cursor.peek(1) != '='
                && cursor.peek(1) != here
                && !(here == '-' && Character.isLetter(cursor.peek(1)));
        return found ? Optional.of(String.valueOf(here)) : Optional.empty();
    }

    private Expression chain(int level) {
        if (level == LEVELS.size()) {
            return items();
        }
        int start = cursor.at();
        Expression left = chain(level + 1);
        int count = 0;
        while (true) {
            cursor.blanks();
            Optional<String> operator = LEVELS.get(level).operator(cursor);
            if (operator.isEmpty()) {
                refuseUnknown();
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
                throw cursor.expected("You must provide a value expression following the '" + shown + "' operator.");
            }
            left = new Binary(name, left, chain(level + 1), cursor.span(start));
        }
    }

    private void refuseUnknown() {
        Optional<String> name = dashed(cursor);
        if (name.isPresent() && UNSUPPORTED.contains(name.get())) {
            throw cursor.wrong("The operator '-" + name.get() + "' is not supported.");
        }
        if (cursor.sees("??") || cursor.sees("?.")) {
            int length = cursor.sees("??=") ? 3 : 2;
            throw cursor.wrong(
                    "The operator '" + cursor.between(cursor.at(), cursor.at() + length) + "' is not supported.");
        }
        if (cursor.peek() == '?') {
            throw cursor.wrong("The ternary operator '?' is not supported; use if and else.");
        }
    }

    /** Whether an expression can begin here. */
    boolean startsExpression() {
        char here = cursor.peek();
        return here != '\0'
                && (Character.isDigit(here) || "$@(\"'[{-+!,.".indexOf(here) >= 0)
                && !(here == '.' && !Character.isDigit(cursor.peek(1)))
                && !(here == '@' && "('\"{".indexOf(cursor.peek(1)) < 0);
    }

    private Expression items() {
        int start = cursor.at();
        if (cursor.peek() == ',') {
            cursor.skip(1);
            cursor.blanks();
            if (!startsExpression()) {
                throw cursor.expected("Missing expression after unary operator ','.");
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
                throw cursor.expected("Missing expression after ','.");
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
        refuseUnknown();
        Optional<String> word = dashed(cursor).filter(UNARY::contains);
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
            return new Step(assignable(operand(sign), start), sign.equals("++") ? 1 : -1, false, cursor.span(start));
        }
        if (cursor.peek() == '-' || cursor.peek() == '+') {
            if (Character.isDigit(cursor.peek(1)) || (cursor.peek(1) == '.' && Character.isDigit(cursor.peek(2)))) {
                return grammar.primaries.primary();
            }
            String sign = String.valueOf(cursor.next());
            return new Unary(sign, operand(sign), cursor.span(start));
        }
        Expression value = grammar.primaries.primary();
        if (value instanceof Cast cast && cast.value() == null && grammar.types.castFollows()) {
            return new Cast(cast.type(), unary(), cursor.span(start));
        }
        if (cursor.sees("++") || cursor.sees("--")) {
            int by = cursor.peek() == '+' ? 1 : -1;
            cursor.skip(2);
            return new Step(assignable(value, start), by, true, cursor.span(start));
        }
        return value;
    }

    private Expression operand(String operator) {
        cursor.blanks();
        if (!startsExpression()) {
            throw cursor.expected("Missing expression after unary operator '" + operator + "'.");
        }
        return unary();
    }

    /** The expression, if something can be assigned to it. */
    Expression assignable(Expression target, int place) {
        return switch (target) {
            case Expression.Variable _, Expression.Member _, Expression.Index _ -> target;
            case Cast cast when cast.value() instanceof Expression.Variable -> target;
            case Items _ -> throw cursor.wrong("Assigning to several variables at once is not supported.", place);
            default ->
                throw cursor.wrong(
                        "The assignment expression is not valid. The input to an assignment operator must be an object that is"
                                + " able to accept assignments, such as a variable or a property.",
                        place);
        };
    }
}
