package io.claviger.powershell.language;

import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.language.Statement.Body;
import io.claviger.powershell.language.Statement.Jump;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements and blocks of them. */
final class Statements {

    private static final Map<String, String> UNSUPPORTED = Map.ofEntries(
            Map.entry("switch", "The switch statement is not supported; use if and elseif."),
            Map.entry("class", "Classes are not supported."),
            Map.entry("enum", "Enumerations ('enum') are not supported."),
            Map.entry("using", "The using statement is not supported."),
            Map.entry("trap", "The trap statement is not supported; use try and catch."),
            Map.entry("data", "Data sections are not supported."),
            Map.entry("filter", "Filters are not supported; use a function with a process block."),
            Map.entry("workflow", "Workflows are not supported."),
            Map.entry("configuration", "Configurations are not supported."),
            Map.entry("parallel", "The parallel statement is not supported."),
            Map.entry("dynamicparam", "Dynamic parameters are not supported."),
            Map.entry("clean", "The clean block is not supported."));

    private static final String LEAVES_FINALLY = "Control cannot leave a finally block.";
    private static final List<String> ASSIGNMENTS = List.of("=", "+=", "-=", "*=", "/=", "%=");

    private final Grammar grammar;
    private final Cursor cursor;
    private final Commands commands;
    private final BlockStatements branches;

    Statements(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
        commands = new Commands(grammar);
        branches = new BlockStatements(grammar);
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
                throw cursor.expected("Unexpected token '" + cursor.token() + "' in expression or statement.");
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
                    Statement.Try _,
                    Statement.Function _ -> true;
            default -> false;
        };
    }

    /** Reads <code>{ ... }</code>. */
    Block braced(String missing) {
        cursor.lines();
        if (!cursor.takes("{")) {
            throw cursor.expected(missing);
        }
        cursor.enter();
        Block block = until('}', "Missing closing '}' in statement block or type definition.");
        cursor.leave();
        return block;
    }

    /** One statement. */
    Statement statement() {
        cursor.enter();
        cursor.blanks();
        int start = cursor.at();
        String word = keyword();
        Statement statement = switch (word) {
            case "if", "foreach", "while", "do", "for", "try", "function" -> branches.read(word, start);
            case "break", "continue" -> leave(word, start);
            case "return" -> jump(Jump.Kind.RETURN, word, start);
            case "throw" -> jump(Jump.Kind.THROW, word, start);
            case "exit" -> jump(Jump.Kind.EXIT, word, start);
            case "" -> plain(start);
            default -> throw refused(word);
        };
        cursor.leave();
        return statement;
    }

    private SyntaxError refused(String word) {
        return cursor.wrong(
                UNSUPPORTED.getOrDefault(word, "Unexpected token '" + word + "' in expression or statement."));
    }

    /** The keyword that is here; empty if there is none. */
    private String keyword() {
        if (!Character.isLetter(cursor.peek())) {
            if (cursor.peek() == ':' && Character.isLetter(cursor.peek(1))) {
                throw cursor.wrong("Labels of loops are not supported.");
            }
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
                    "try",
                    "function",
                    "break",
                    "continue",
                    "return",
                    "throw",
                    "exit",
                    "else",
                    "elseif",
                    "catch",
                    "finally",
                    "until",
                    "in",
                    "param",
                    "begin",
                    "process",
                    "end" -> word;
            default -> UNSUPPORTED.containsKey(word) ? word : "";
        };
    }

    private Statement leave(String word, int start) {
        cursor.skip(word.length());
        cursor.blanks();
        if (Character.isLetter(cursor.peek())) {
            throw cursor.wrong("Labels of loops are not supported.");
        }
        if (!grammar.leaving().mayLeaveLoop()) {
            throw cursor.wrong(LEAVES_FINALLY, start);
        }
        return new Jump(
                word.equals("break") ? Jump.Kind.BREAK : Jump.Kind.CONTINUE,
                null,
                new Span(start, start + word.length()));
    }

    private Statement jump(Jump.Kind kind, String word, int start) {
        if (kind == Jump.Kind.RETURN && !grammar.leaving().mayReturn()) {
            throw cursor.wrong(LEAVES_FINALLY);
        }
        cursor.skip(word.length());
        cursor.blanks();
        boolean bare = cursor.atLineEnd() || ";})".indexOf(cursor.peek()) >= 0;
        @Nullable Statement value = bare ? null : statement();
        return new Jump(kind, value, cursor.span(start));
    }

    private Statement plain(int start) {
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
        return commands.pipeline(new Command.Value(first, cursor.span(start)), start);
    }

    private Statement assignment(Expression first, String operator, int start) {
        Expression target = Assignable.checked(cursor, first, start);
        cursor.lines();
        if (cursor.ended() || ";})".indexOf(cursor.peek()) >= 0) {
            throw cursor.expected("You must provide a value expression following the '" + operator + "' operator.");
        }
        Statement value = statement();
        return new Statement.Assignment(
                target, operator.substring(0, operator.length() - 1), value, cursor.span(start));
    }
}
