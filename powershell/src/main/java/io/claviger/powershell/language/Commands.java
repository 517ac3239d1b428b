package io.claviger.powershell.language;

import io.claviger.powershell.language.Command.Argument;
import io.claviger.powershell.language.Command.Redirection;
import java.util.ArrayList;
import java.util.List;

/** Pipelines, and commands with their arguments. */
final class Commands {

    private static final int LONGEST_PIPELINE = 64;

    private final Grammar grammar;
    private final Cursor cursor;
    private final Strings strings;
    private final CommandArguments arguments;
    private final Redirections redirections;

    Commands(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
        strings = new Strings(grammar);
        arguments = new CommandArguments(grammar);
        redirections = new Redirections(grammar);
    }

    /** A pipeline that begins with a command. */
    Statement.Pipeline pipeline() {
        int start = cursor.at();
        return pipeline(element(true), start);
    }

    /** A pipeline that begins with an expression, which has been read. */
    Statement.Pipeline pipeline(Expression first, int start) {
        return pipeline(new Command.Value(first, redirections.following(), cursor.span(start)), start);
    }

    private Statement.Pipeline pipeline(Command first, int start) {
        List<Command> elements = new ArrayList<>(List.of(first));
        int end = cursor.at();
        while (pipeFollows()) {
            cursor.skip(1);
            int pipe = cursor.at();
            cursor.lines();
            if (cursor.ended() || "|;)}".indexOf(cursor.peek()) >= 0) {
                throw new SyntaxError(
                        "An empty pipe element is not allowed.", new Span(pipe, pipe + 1), cursor.ended());
            }
            if (elements.size() == LONGEST_PIPELINE) {
                throw cursor.wrong("The pipeline has too many elements.");
            }
            elements.add(element(false));
            end = cursor.at();
        }
        cursor.blanks();
        if (cursor.peek() == '&' && cursor.peek(1) != '&') {
            throw cursor.wrong("Background jobs ('&') are not supported.");
        }
        if (!cursor.atLineEnd() && ";)}|&".indexOf(cursor.peek()) < 0) {
            throw cursor.unexpected();
        }
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

    private Command element(boolean first) {
        int start = cursor.at();
        cursor.blanks();
        if (cursor.peek() == '&') {
            cursor.skip(1);
            cursor.blanks();
            if (cursor.atLineEnd()) {
                throw cursor.expected("An expression was expected after '&'.");
            }
            return call(target(), false, start);
        }
        if (cursor.peek() == '.' && Character.isWhitespace(cursor.peek(1))) {
            cursor.skip(1);
            cursor.blanks();
            return call(target(), true, start);
        }
        if (!first && grammar.startsExpression()) {
            grammar.expression();
            throw cursor.wrong("Expressions are only allowed as the first element of a pipeline.", cursor.span(start));
        }
        int before = cursor.at();
        Expression name = strings.word();
        if (cursor.at() == before) {
            throw cursor.unexpected();
        }
        return call(name, false, start);
    }

    private Expression target() {
        return grammar.startsExpression() ? grammar.primary() : arguments.nonEmptyWord();
    }

    private Command call(Expression name, boolean inPlace, int start) {
        List<Argument> given = new ArrayList<>();
        List<Redirection> redirected = new ArrayList<>();
        boolean names = true;
        int end = cursor.at();
        while (true) {
            cursor.blanks();
            if (cursor.atLineEnd() || "|;)}&".indexOf(cursor.peek()) >= 0) {
                return new Command.Call(name, inPlace, given, redirected, new Span(start, end));
            }
            if (redirections.begin()) {
                redirected.add(redirections.one());
            } else if (names && arguments.endsParameters()) {
                names = false;
                cursor.skip(2);
            } else {
                given.add(arguments.argument(names));
            }
            end = cursor.at();
        }
    }
}
