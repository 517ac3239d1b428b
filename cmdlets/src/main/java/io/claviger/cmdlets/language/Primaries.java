package io.claviger.cmdlets.language;

import io.claviger.cmdlets.language.Expression.Array;
import io.claviger.cmdlets.language.Expression.Cast;
import io.claviger.cmdlets.language.Expression.Constant;
import io.claviger.cmdlets.language.Expression.Index;
import io.claviger.cmdlets.language.Expression.Member;
import io.claviger.cmdlets.language.Expression.Method;
import io.claviger.cmdlets.language.Expression.Pair;
import io.claviger.cmdlets.language.Expression.Parenthesized;
import io.claviger.cmdlets.language.Expression.Script;
import io.claviger.cmdlets.language.Expression.StaticMember;
import io.claviger.cmdlets.language.Expression.StaticMethod;
import io.claviger.cmdlets.language.Expression.Table;
import io.claviger.cmdlets.value.Conversion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands between operators: literals, variables, parentheses, and members of them. */
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
            Expression further = further(value, start);
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

    private @Nullable Expression further(Expression value, int start) {
        if (cursor.sees("::")) {
            return ofType(value, start);
        }
        if (cursor.sees("?.") || cursor.sees("?[")) {
            throw cursor.wrong("The operator '" + cursor.between(cursor.at(), cursor.at() + 2) + "' is not supported.");
        }
        if (cursor.peek() == '[' && !(value instanceof Cast cast && cast.value() == null)) {
            cursor.skip(1);
            cursor.lines();
            if (!grammar.expressions.startsExpression()) {
                throw cursor.expected("Array index expression is missing or not valid.");
            }
            Expression index = grammar.expressions.expression();
            cursor.lines();
            if (!cursor.takes("]")) {
                throw cursor.expected("Missing ']' after array index expression.");
            }
            return new Index(value, index, cursor.span(start));
        }
        if (cursor.peek() == '.' && cursor.peek(1) != '.') {
            cursor.skip(1);
            return member(value, start);
        }
        return null;
    }

    private Expression ofType(Expression value, int start) {
        if (!(value instanceof Cast cast) || cast.value() != null) {
            throw cursor.wrong("Static members are those of a type that is written out, such as [datetime]::UtcNow.");
        }
        cursor.skip(2);
        if (!(memberName() instanceof Constant name)) {
            throw cursor.wrong("The name of a static member must be written out.");
        }
        String member = name.value().toString();
        return cursor.peek() == '('
                ? new StaticMethod(cast.type(), member, arguments(), cursor.span(start))
                : new StaticMember(cast.type(), member, cursor.span(start));
    }

    private Expression member(Expression value, int start) {
        Expression name = memberName();
        if (cursor.peek() != '(') {
            return new Member(value, name, cursor.span(start));
        }
        if (!(name instanceof Constant constant)) {
            throw cursor.wrong("A method's name must be written out.");
        }
        return new Method(value, constant.value().toString(), arguments(), cursor.span(start));
    }

    /** At the parenthesis. */
    private List<Expression> arguments() {
        cursor.skip(1);
        List<Expression> arguments = new ArrayList<>();
        cursor.lines();
        while (cursor.peek() != ')') {
            if (!arguments.isEmpty() && !cursor.takes(",")) {
                throw cursor.expected("Missing ')' in method call.");
            }
            cursor.lines();
            if (!grammar.expressions.startsExpression()) {
                throw cursor.expected("Missing ')' in method call.");
            }
            argument(arguments);
            cursor.lines();
        }
        cursor.skip(1);
        return arguments;
    }

    private void argument(List<Expression> arguments) {
        int start = cursor.at();
        Expression value = grammar.expressions.expression();
        // The commas of an argument list part arguments; they make no array.
        if (value instanceof Expression.Items items
                && cursor.between(start, start + 1).charAt(0) != ',') {
            arguments.addAll(items.items());
        } else {
            arguments.add(value);
        }
    }

    private Expression memberName() {
        int start = cursor.at();
        char here = cursor.peek();
        if (here == '\'') {
            return grammar.strings.single();
        }
        if (here == '"') {
            return grammar.strings.expandable();
        }
        if (here == '$' && Strings.startsVariable(cursor.peek(1))) {
            return grammar.strings.variable();
        }
        if (here == '(') {
            return parenthesized();
        }
        while (Strings.isNamePart(cursor.peek())) {
            cursor.skip(1);
        }
        if (cursor.at() == start) {
            throw cursor.expected("Missing property name after reference operator.");
        }
        return new Constant(cursor.since(start), cursor.span(start));
    }

    private Expression atom() {
        char here = cursor.peek();
        return switch (here) {
            case '\'' -> grammar.strings.single();
            case '"' -> grammar.strings.expandable();
            case '(' -> parenthesized();
            case '{' -> script();
            case '[' -> type();
            case '@' -> at();
            case '$' -> dollar();
            default ->
                number().orElseThrow(() ->
                        cursor.expected("Unexpected token '" + cursor.token() + "' in expression or statement."));
        };
    }

    private Expression dollar() {
        if (cursor.peek(1) == '(') {
            return grammar.strings.inner();
        }
        if (!Strings.startsVariable(cursor.peek(1))) {
            throw cursor.wrong("Unexpected token '$' in expression or statement.");
        }
        return grammar.strings.variable();
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
                yield table(start);
            }
            default ->
                throw cursor.expected(
                        "The splatting operator '@' cannot be used to reference variables in an expression. '@name' can be used"
                                + " only as an argument to a command.");
        };
    }

    private Expression table(int start) {
        List<Pair> pairs = new ArrayList<>();
        cursor.separators();
        while (cursor.peek() != '}') {
            if (cursor.ended()) {
                throw cursor.incomplete("The hash literal was incomplete.");
            }
            Expression key = key();
            cursor.blanks();
            if (!cursor.takes("=")) {
                throw cursor.expected("Missing '=' operator after key in hash literal.");
            }
            cursor.lines();
            if (cursor.ended() || cursor.peek() == '}' || cursor.peek() == ';') {
                throw cursor.expected("Missing statement after '=' in hash literal.");
            }
            pairs.add(new Pair(key, grammar.statements.statement()));
            cursor.blanks();
            if (!cursor.atLineEnd() && cursor.peek() != ';' && cursor.peek() != '}') {
                throw cursor.expected("Unexpected token '" + cursor.token() + "' in expression or statement.");
            }
            cursor.separators();
        }
        cursor.skip(1);
        return new Table(pairs, cursor.span(start));
    }

    private Expression key() {
        int start = cursor.at();
        if (Character.isLetter(cursor.peek()) || cursor.peek() == '_') {
            while (Strings.isNamePart(cursor.peek()) || cursor.peek() == '-') {
                cursor.skip(1);
            }
            return new Constant(cursor.since(start), cursor.span(start));
        }
        if (!grammar.expressions.startsExpression()) {
            throw cursor.expected("Missing key in hash literal.");
        }
        return primary();
    }

    private Expression parenthesized() {
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

    private Expression script() {
        int start = cursor.at();
        cursor.skip(1);
        return new Script(grammar.statements.body(), cursor.span(start));
    }

    /** At the bracket of a type's name. */
    Cast type() {
        int start = cursor.at();
        cursor.skip(1);
        cursor.blanks();
        int from = cursor.at();
        while (Strings.isNamePart(cursor.peek()) || cursor.peek() == '.') {
            cursor.skip(1);
        }
        String name = cursor.since(from);
        if (name.isEmpty()) {
            throw cursor.expected("Missing type name after '['.");
        }
        if (cursor.takes("[]")) {
            name += "[]";
        }
        if (cursor.peek() == '[') {
            throw cursor.wrong("Generic types ('[" + name + "[...]]') are not supported.");
        }
        if (cursor.peek() == '(') {
            throw cursor.wrong("Attributes of variables ('[" + name + "()]') are not supported.");
        }
        cursor.blanks();
        if (!cursor.takes("]")) {
            throw cursor.expected("Missing ] at end of attribute or type literal.");
        }
        return new Cast(name, null, cursor.span(start));
    }

    /** Whether, after a type's name, something stands that it is the cast of. */
    boolean castFollows() {
        int here = cursor.at();
        cursor.blanks();
        char next = cursor.peek();
        boolean follows = grammar.expressions.startsExpression()
                && next != ','
                && next != '.'
                && !(next == '-' && Character.isLetter(cursor.peek(1)));
        if (!follows) {
            cursor.goTo(here);
        }
        return follows;
    }

    /** A number that ends where a word would. */
    Optional<Expression> number() {
        int start = cursor.at();
        if (cursor.peek() == '-' || cursor.peek() == '+') {
            cursor.skip(1);
        }
        while (Character.isLetterOrDigit(cursor.peek())
                || (cursor.peek() == '.' && Character.isDigit(cursor.peek(1)))
                || ((cursor.peek() == '-' || cursor.peek() == '+') && isExponent(start))) {
            cursor.skip(1);
        }
        Optional<Object> value = cursor.at() == start ? Optional.empty() : Conversion.parse(cursor.since(start));
        if (value.isEmpty()) {
            cursor.goTo(start);
            return Optional.empty();
        }
        return Optional.of(new Constant(value.get(), cursor.span(start)));
    }

    private boolean isExponent(int start) {
        char before = cursor.peek(-1);
        return cursor.at() > start + 1
                && (before == 'e' || before == 'E')
                && !cursor.since(start).startsWith("0x")
                && Character.isDigit(cursor.peek(1));
    }
}
