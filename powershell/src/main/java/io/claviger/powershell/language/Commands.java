package io.claviger.powershell.language;

import io.claviger.powershell.language.Command.Argument;
import java.util.ArrayList;
import java.util.List;

/** Pipelines, and commands with their arguments. */
final class Commands {

    private static final int LONGEST_PIPELINE = 64;

    private final Grammar grammar;
    private final Cursor cursor;
    private final Strings strings;
    private final CommandArguments arguments;

    Commands(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
        strings = new Strings(grammar);
        arguments = new CommandArguments(grammar);
    }

    /** A pipeline that begins with a command. */
    Statement.Pipeline pipeline() {
        int start = cursor.at();
        return pipeline(element(true), start);
    }

    /** A pipeline whose first element has been read. */
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
        if (!first && grammar.startsExpression()) {
            throw cursor.wrong("Expressions are only allowed as the first element of a pipeline.");
        }
        int before = cursor.at();
        Expression name = strings.word();
        if (cursor.at() == before) {
            throw cursor.expected("Unexpected token '" + cursor.token() + "' in expression or statement.");
        }
        return call(name, start);
    }

    private Expression target() {
        return grammar.startsExpression() ? grammar.primary() : arguments.nonEmptyWord();
    }

    private Command call(Expression name, int start) {
        List<Argument> given = new ArrayList<>();
        int end = cursor.at();
        while (true) {
            cursor.blanks();
            if (cursor.atLineEnd() || "|;)}&".indexOf(cursor.peek()) >= 0) {
                return new Command.Call(name, given, new Span(start, end));
            }
            refuseRedirection();
            given.add(arguments.argument());
            end = cursor.at();
        }
    }
}
