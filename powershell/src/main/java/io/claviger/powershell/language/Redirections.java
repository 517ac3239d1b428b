package io.claviger.powershell.language;

import io.claviger.powershell.language.Command.Redirection;
import java.util.ArrayList;
import java.util.List;

/** Where the streams of a command go: {@code > file}, {@code 2>> file}, {@code 2>&1}, {@code *> file}. */
final class Redirections {

    private final Cursor cursor;
    private final CommandArguments arguments;

    Redirections(Grammar grammar) {
        cursor = grammar.cursor();
        arguments = new CommandArguments(grammar);
    }

    /** Whether one begins here. */
    boolean begin() {
        int ahead = Character.isDigit(cursor.peek()) || cursor.peek() == '*' ? 1 : 0;
        return cursor.peek(ahead) == '>' || cursor.peek() == '<';
    }

    /** Those that follow here; moves behind the last one. */
    List<Redirection> following() {
        List<Redirection> all = new ArrayList<>();
        int end = cursor.at();
        cursor.blanks();
        while (begin()) {
            all.add(one());
            end = cursor.at();
            cursor.blanks();
        }
        cursor.goTo(end);
        return all;
    }

    /** Reads one. */
    Redirection one() {
        int start = cursor.at();
        if (cursor.peek() == '<') {
            throw cursor.wrong("The '<' operator is reserved for future use.");
        }
        int stream = 1;
        if (cursor.peek() != '>') {
            char number = cursor.next();
            stream = number == '*' ? 0 : number - '0';
        }
        cursor.skip(1);
        boolean append = cursor.takes(">");
        String sign = cursor.since(start);
        if (stream > 6) {
            throw cursor.wrong("There is no stream " + stream + " to redirect by '" + sign + "'.", start);
        }
        if (!append && cursor.peek() == '&') {
            cursor.skip(1);
            boolean toOutput = cursor.takes("1") && !Character.isLetterOrDigit(cursor.peek());
            if (!toOutput || stream == 1) {
                throw cursor.wrong(
                        "The '" + sign + "&' operator is reserved for future use, except for '2>&1' and its like.",
                        start);
            }
            return new Redirection(stream, null, false);
        }
        cursor.blanks();
        if (cursor.atLineEnd() || "|;)}&<>".indexOf(cursor.peek()) >= 0) {
            throw cursor.missing("Missing file specification after redirection operator.");
        }
        return new Redirection(stream, arguments.single(), append);
    }
}
