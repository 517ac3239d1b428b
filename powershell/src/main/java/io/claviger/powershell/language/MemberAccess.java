package io.claviger.powershell.language;

import io.claviger.powershell.language.Expression.Cast;
import io.claviger.powershell.language.Expression.Constant;
import io.claviger.powershell.language.Expression.Index;
import io.claviger.powershell.language.Expression.Member;
import io.claviger.powershell.language.Expression.Method;
import io.claviger.powershell.language.Expression.StaticMember;
import io.claviger.powershell.language.Expression.StaticMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The access to properties, methods and items of a value, and to static members of a type. */
final class MemberAccess {

    private final Grammar grammar;
    private final Cursor cursor;
    private final Strings strings;
    private final Variables variables;

    MemberAccess(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
        strings = new Strings(grammar);
        variables = new Variables(grammar);
    }

    /** The value with the member, index or static member that follows here; {@code null} if none does. */
    @Nullable
    Expression further(Expression value, int start) {
        if (cursor.sees("::")) {
            return ofType(value, start);
        }
        boolean unlessNull = cursor.sees("?.") || cursor.sees("?[");
        int ahead = unlessNull ? 1 : 0;
        if (cursor.peek(ahead) == '[' && !(value instanceof Cast cast && cast.value() == null)) {
            cursor.skip(ahead + 1);
            return index(value, unlessNull, start);
        }
        if (cursor.peek(ahead) == '.' && cursor.peek(ahead + 1) != '.') {
            cursor.skip(ahead + 1);
            return member(value, unlessNull, start);
        }
        return null;
    }

    private Index index(Expression value, boolean unlessNull, int start) {
        cursor.lines();
        if (!grammar.startsExpression()) {
            throw cursor.missing("Array index expression is missing or not valid.");
        }
        Expression index = grammar.expression();
        cursor.lines();
        if (!cursor.takes("]")) {
            throw cursor.missing("Missing ']' after array index expression.");
        }
        return new Index(value, index, unlessNull, cursor.span(start));
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

    private Expression member(Expression value, boolean unlessNull, int start) {
        Expression name = memberName();
        if (cursor.peek() == '{' && name instanceof Constant constant) {
            return new Method(
                    value, constant.value().toString(), List.of(grammar.script()), unlessNull, cursor.span(start));
        }
        if (cursor.peek() != '(') {
            return new Member(value, name, unlessNull, cursor.span(start));
        }
        if (!(name instanceof Constant constant)) {
            throw cursor.wrong("A method's name must be written out.");
        }
        return new Method(value, constant.value().toString(), arguments(), unlessNull, cursor.span(start));
    }

    /** Reads arguments, at their parenthesis. */
    private List<Expression> arguments() {
        cursor.skip(1);
        List<Expression> arguments = new ArrayList<>();
        cursor.lines();
        while (cursor.peek() != ')') {
            if (!arguments.isEmpty() && !cursor.takes(",")) {
                throw cursor.missing("Missing ')' in method call.");
            }
            cursor.lines();
            if (!grammar.startsExpression()) {
                throw cursor.missing("Missing ')' in method call.");
            }
            arguments.add(grammar.single());
            cursor.lines();
        }
        cursor.skip(1);
        return arguments;
    }

    private Expression memberName() {
        int start = cursor.at();
        char here = cursor.peek();
        if (here == '\'') {
            return strings.single();
        }
        if (here == '"') {
            return strings.expandable();
        }
        if (here == '$' && Variables.startsVariable(cursor.peek(1))) {
            return variables.variable();
        }
        if (here == '(') {
            return grammar.parenthesized();
        }
        while (Variables.isNamePart(cursor.peek())) {
            cursor.skip(1);
        }
        if (cursor.at() == start) {
            throw cursor.missing("Missing property name after reference operator.");
        }
        return new Constant(cursor.since(start), cursor.span(start));
    }
}
