package io.claviger.powershell.language;

import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.language.Statement.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Statements and blocks of them. */
final class Statements {

    private static final Map<String, String> UNSUPPORTED = Map.ofEntries(
            Map.entry("class", "Classes are not supported."),
            Map.entry("enum", "Enumerations ('enum') are not supported."),
            Map.entry("using", "The using statement is not supported."),
            Map.entry("trap", "The trap statement is not supported; use try and catch."),
            Map.entry("data", "Data sections are not supported."),
            Map.entry("workflow", "Workflows are not supported."),
            Map.entry("configuration", "Configurations are not supported."),
            Map.entry("parallel", "The parallel statement is not supported."),
            Map.entry("dynamicparam", "Dynamic parameters are not supported."),
            Map.entry("clean", "The clean block is not supported."));

    private static final Set<String> LOOPS = Set.of("foreach", "while", "do", "for", "switch");
    private static final List<String> ASSIGNMENTS = List.of("=", "+=", "-=", "*=", "/=", "%=", "??=");

    private final Grammar grammar;
    private final Cursor cursor;
    private final Commands commands;
    private final BlockStatements branches;
    private final Jumps jumps;

    Statements(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
        commands = new Commands(grammar);
        branches = new BlockStatements(grammar);
        jumps = new Jumps(grammar);
    }

    /** The whole text. */
    Body script() {
        Body body = new Bodies(grammar).read('\0', "");
        cursor.separators();
        return body;
    }

    /** Reads a body; after its opening brace. */
    Body body() {
        cursor.enter();
        Body body = grammar.leaving()
                .body(() ->
                        new Bodies(grammar).read('}', "Missing closing '}' in statement block or type definition."));
        cursor.leave();
        return body;
    }

    /** Reads statements up to and including a closing character; NUL stands for the end of the text. */
    Block until(char close, String missing) {
        int start = cursor.at();
        List<Statement> statements = new ArrayList<>();
        cursor.separators();
        while (!(close == '\0' ? cursor.ended() : cursor.peek() == close)) {
            if (cursor.ended()) {
                throw cursor.incomplete(missing);
            }
            statements.add(statement());
            cursor.blanks();
            boolean ends = cursor.atLineEnd() || cursor.peek() == ';' || cursor.peek() == close;
            if (!ends && !endsWithBlock(statements.getLast())) {
                throw cursor.unexpected();
            }
            cursor.separators();
        }
        Span span = cursor.span(start);
        cursor.skip(close == '\0' ? 0 : 1);
        return new Block(statements, span);
    }

    private static boolean endsWithBlock(Statement statement) {
        return switch (statement) {
            case Statement.If _,
                    Statement.ForEach _,
                    Statement.While _,
                    Statement.For _,
                    Statement.Switch _,
                    Statement.Try _,
                    Statement.Function _ -> true;
            default -> false;
        };
    }

    /** Reads <code>{ ... }</code>. */
    Block braced(String missing) {
        cursor.lines();
        if (!cursor.takes("{")) {
            throw cursor.missing(missing);
        }
        int brace = cursor.at() - 1;
        cursor.enter();
        Block block;
        try {
            block = until('}', "Missing closing '}' in statement block or type definition.");
        } catch (SyntaxError error) {
            // An unclosed block is shown at its brace.
            boolean unclosed = error.incomplete()
                    && error.text().startsWith("Missing closing '}'")
                    && error.place().start() >= cursor.at();
            throw unclosed ? new SyntaxError(error.text(), new Span(brace, brace + 1), true) : error;
        }
        cursor.leave();
        return block;
    }

    /** One statement. */
    Statement statement() {
        cursor.enter();
        cursor.blanks();
        int start = cursor.at();
        String label = label();
        String word = keyword();
        Statement statement = switch (word) {
            case "if", "foreach", "while", "do", "for", "switch", "try", "function", "filter" ->
                branches.read(word, label, start);
            case "break", "continue", "return", "throw", "exit" -> jumps.read(word, start);
            case "" -> plain(start);
            default -> throw cursor.wrong(Objects.requireNonNull(UNSUPPORTED.get(word)));
        };
        cursor.leave();
        return statement;
    }

    /** Reads the label of a loop, {@code :name}; empty if there is none. */
    private String label() {
        if (cursor.peek() != ':' || !Character.isLetter(cursor.peek(1))) {
            return "";
        }
        cursor.skip(1);
        String label = cursor.word();
        cursor.skip(label.length());
        cursor.lines();
        if (!LOOPS.contains(keyword())) {
            throw cursor.unexpected();
        }
        return label;
    }

    /** The keyword that is here; empty if there is none. */
    private String keyword() {
        if (!Character.isLetter(cursor.peek())) {
            return "";
        }
        String word = cursor.word();
        char after = cursor.peek(word.length());
        boolean alone = after == '\0' || Character.isWhitespace(after) || "({;}|)".indexOf(after) >= 0;
        if (!alone) {
            return "";
        }
        return switch (word) {
            case "if",
                    "foreach",
                    "while",
                    "do",
                    "for",
                    "switch",
                    "try",
                    "function",
                    "filter",
                    "break",
                    "continue",
                    "return",
                    "throw",
                    "exit" -> word;
            default -> UNSUPPORTED.containsKey(word) ? word : "";
        };
    }

    /** Pipelines, joined by {@code &&} and {@code ||}, or an assignment. */
    private Statement plain(int start) {
        Statement left = single(start);
        while (left instanceof Statement.Pipeline || left instanceof Statement.Chain) {
            int end = cursor.at();
            cursor.blanks();
            boolean ifSucceeded = cursor.sees("&&");
            if (!ifSucceeded && !cursor.sees("||")) {
                cursor.goTo(end);
                return left;
            }
            cursor.skip(2);
            cursor.lines();
            if (cursor.ended() || "|&;)}".indexOf(cursor.peek()) >= 0) {
                throw cursor.missing("Missing statement after '" + (ifSucceeded ? "&&" : "||") + "'.");
            }
            left = new Statement.Chain(left, ifSucceeded, single(cursor.at()), cursor.span(start));
        }
        return left;
    }

    private Statement single(int start) {
        if (!grammar.startsExpression()) {
            return commands.pipeline();
        }
        Expression first = grammar.expression();
        int end = cursor.at();
        cursor.blanks();
        for (String operator : ASSIGNMENTS) {
            if (cursor.takes(operator)) {
                return assignment(first, operator, start);
            }
        }
        cursor.goTo(end);
        return commands.pipeline(first, start);
    }

    private Statement assignment(Expression first, String operator, int start) {
        Expression target = Assignable.checked(cursor, first);
        cursor.lines();
        if (cursor.ended() || ";})".indexOf(cursor.peek()) >= 0) {
            throw cursor.missing("You must provide a value expression following the '" + operator + "' operator.");
        }
        Statement value = statement();
        return new Statement.Assignment(
                target, operator.substring(0, operator.length() - 1), value, cursor.span(start));
    }
}
