package io.claviger.cmdlets.language;

import io.claviger.cmdlets.language.Command.Argument;
import io.claviger.cmdlets.language.Expression.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pipelines, and commands with their arguments. */
final class Commands {

    private static final int LONGEST_PIPELINE = 64;

    private final Parser.Grammar grammar;
    private final Cursor cursor;

    Commands(Parser.Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
    }

    /** A pipeline that begins with a command. */
    Statement.Pipeline pipeline() {
        int start = cursor.at();
        return pipeline(element(true), start);
    }

    /** A pipeline whose first element is there. */
    Statement.Pipeline pipeline(Command first, int start) {
        List<Command> elements = new ArrayList<>(List.of(first));
        int end = cursor.at();
        while (pipeFollows()) {
            cursor.skip(1);
            cursor.lines();
            if (cursor.ended() || "|;)}".indexOf(cursor.peek()) >= 0) {
                throw cursor.expected("An empty pipe element is not allowed.");
            }
            if (elements.size() == LONGEST_PIPELINE) {
                throw cursor.wrong("The pipeline has too many elements.");
            }
            elements.add(element(false));
            end = cursor.at();
        }
        cursor.blanks();
        if (cursor.sees("&&") || cursor.sees("||")) {
            throw cursor.wrong("The pipeline chain operator '" + cursor.between(cursor.at(), cursor.at() + 2)
                    + "' is not supported.");
        }
        if (cursor.peek() == '&') {
            throw cursor.wrong("Background jobs ('&') are not supported.");
        }
        refuseRedirection();
        return new Statement.Pipeline(elements, new Span(start, end));
    }

    private boolean pipeFollows() {
        cursor.blanks();
        int here = cursor.at();
        if (cursor.atLineEnd()) {
            cursor.lines();
        }
        if (cursor.peek() == '|' && cursor.peek(1) != '|') {
            return true;
        }
        cursor.goTo(here);
        return false;
    }

    private void refuseRedirection() {
        int ahead = Character.isDigit(cursor.peek()) || cursor.peek() == '*' ? 1 : 0;
        if (cursor.peek(ahead) == '>') {
            int length = cursor.peek(ahead + 1) == '>' ? 2 : 1;
            throw cursor.wrong("Redirection ('" + cursor.between(cursor.at(), cursor.at() + ahead + length)
                    + "') is not supported; Out-File writes a file, and the shell around this program redirects.");
        }
        if (cursor.peek() == '<') {
            throw cursor.wrong("The '<' operator is reserved for future use.");
        }
    }

    private Command element(boolean first) {
        int start = cursor.at();
        cursor.blanks();
        if (cursor.peek() == '&') {
            cursor.skip(1);
            cursor.blanks();
            if (cursor.atLineEnd()) {
                throw cursor.expected("An expression was expected after '&'.");
            }
            return call(target(), start);
        }
        if (cursor.peek() == '.' && Character.isWhitespace(cursor.peek(1))) {
            throw cursor.wrong("Dot sourcing ('.') is not supported.");
        }
        if (!first && grammar.expressions.startsExpression()) {
            throw cursor.wrong("Expressions are only allowed as the first element of a pipeline.");
        }
        int before = cursor.at();
        Expression name = grammar.strings.word();
        if (cursor.at() == before) {
            throw cursor.expected("Unexpected token '" + cursor.token() + "' in expression or statement.");
        }
        return call(name, start);
    }

    private Expression target() {
        return grammar.expressions.startsExpression() ? grammar.primaries.primary() : nonEmptyWord();
    }

    private Expression nonEmptyWord() {
        int before = cursor.at();
        Expression word = grammar.strings.word();
        if (cursor.at() == before) {
            throw cursor.expected("Unexpected token '" + cursor.token() + "' in expression or statement.");
        }
        return word;
    }

    private Command call(Expression name, int start) {
        List<Argument> arguments = new ArrayList<>();
        int end = cursor.at();
        while (true) {
            cursor.blanks();
            if (cursor.atLineEnd() || "|;)}&".indexOf(cursor.peek()) >= 0) {
                return new Command.Call(name, arguments, new Span(start, end));
            }
            refuseRedirection();
            arguments.add(argument());
            end = cursor.at();
        }
    }

    private Argument argument() {
        int start = cursor.at();
        if (cursor.peek() == '-'
                && (Character.isLetter(cursor.peek(1)) || cursor.peek(1) == '_' || cursor.peek(1) == '?')) {
            return named(start);
        }
        if (cursor.sees("--%") || cursor.sees("-- ")) {
            throw cursor.wrong("The token '" + cursor.between(start, start + 3).strip() + "' is not supported.");
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

    /** What stands there, of a number: {@code 007} is text for whoever wants text. */
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
                throw cursor.expected("Missing argument in parameter list.");
            }
            items.add(value());
            end = cursor.at();
            cursor.blanks();
        }
        cursor.goTo(end);
        return new Items(items, cursor.span(start));
    }

    private Expression value() {
        int start = cursor.at();
        char here = cursor.peek();
        boolean enclosed = "'\"({".indexOf(here) >= 0 || (here == '@' && "('\"{".indexOf(cursor.peek(1)) >= 0);
        if (enclosed) {
            return grammar.primaries.primary();
        }
        if (here == '$' && (Variables.startsVariable(cursor.peek(1)) || cursor.peek(1) == '(')) {
            Expression value = grammar.primaries.primary();
            if (endsHere()) {
                return value;
            }
            cursor.goTo(start);
        }
        if (Character.isDigit(here)
                || ((here == '-' || here == '+' || here == '.') && Character.isDigit(cursor.peek(1)))) {
            Optional<Expression> number = grammar.numbers.number();
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
}
