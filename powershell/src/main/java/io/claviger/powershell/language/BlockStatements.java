package io.claviger.powershell.language;

import io.claviger.powershell.language.Statement.Block;
import io.claviger.powershell.language.Statement.Body;
import io.claviger.powershell.language.Statement.Catch;
import io.claviger.powershell.language.Statement.Clause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that begin with a keyword and contain blocks: {@code if}, loops, {@code try}, {@code function}. */
final class BlockStatements {

    private final Grammar grammar;
    private final Cursor cursor;
    private final Variables variables;
    private final TypeLiterals typeLiterals;

    BlockStatements(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
        variables = new Variables(grammar);
        typeLiterals = new TypeLiterals(grammar);
    }

    /** Reads the statement, at its keyword. */
    Statement read(String keyword, String label, int start) {
        cursor.skip(keyword.length());
        return switch (keyword) {
            case "if" -> conditional(start);
            case "foreach" -> forEach(label, start);
            case "while" -> {
                Statement condition = condition("while", "while statement");
                Block body = loop("Missing statement body in while loop.");
                yield new Statement.While(label, condition, body, cursor.span(start));
            }
            case "do" -> doLoop(label, start);
            case "for" -> forLoop(label, start);
            case "switch" -> new Switches(grammar).read(label, start);
            case "try" -> attempt(start);
            default -> function(keyword.equals("filter"), start);
        };
    }

    private Block block(String missing) {
        return grammar.braced(missing);
    }

    private Block loop(String missing) {
        return grammar.leaving().loop(() -> block(missing));
    }

    private void opening(String keyword, String statement) {
        cursor.lines();
        if (!cursor.takes("(")) {
            throw cursor.missing("Missing '(' after '" + keyword + "' in " + statement + ".");
        }
        cursor.lines();
    }

    private void closing(String statement) {
        cursor.lines();
        if (!cursor.takes(")")) {
            throw cursor.missing("Missing closing ')' after expression in '" + statement + "' statement.");
        }
    }

    private Statement condition(String keyword, String statement) {
        opening(keyword, statement);
        if (cursor.peek() == ')') {
            throw cursor.wrong("Missing condition in " + keyword + " statement after '" + keyword + " ('.");
        }
        if (cursor.ended()) {
            throw cursor.incomplete("Missing condition in " + keyword + " statement after '" + keyword + " ('.");
        }
        Statement condition = grammar.statement();
        closing(keyword);
        return condition;
    }

    /** Reads a keyword, which may be on a later line. If it is not there, nothing is read. */
    private boolean takes(String keyword) {
        int here = cursor.at();
        cursor.lines();
        if (cursor.word().equals(keyword)) {
            cursor.skip(keyword.length());
            return true;
        }
        cursor.goTo(here);
        return false;
    }

    private Statement conditional(int start) {
        List<Clause> clauses = new ArrayList<>();
        String keyword = "if";
        do {
            Statement condition = condition(keyword, keyword + " statement");
            clauses.add(new Clause(condition, block("Missing statement block after " + keyword + " ( condition ).")));
            keyword = "elseif";
        } while (takes("elseif"));
        @Nullable Block otherwise = takes("else") ? block("Missing statement block after 'else' keyword.") : null;
        return new Statement.If(clauses, otherwise, cursor.span(start));
    }

    private Statement forEach(String label, int start) {
        cursor.blanks();
        if (cursor.peek() == '-') {
            throw cursor.wrong("The parameters of the foreach statement are not supported.");
        }
        opening("foreach", "foreach statement");
        if (cursor.peek() != '$' || !Variables.startsVariable(cursor.peek(1))) {
            throw cursor.missing("Missing variable name after foreach.");
        }
        String variable = variables.variable().name();
        cursor.lines();
        if (!cursor.word().equals("in")) {
            throw cursor.missing(
                    "Missing 'in' after variable in foreach loop. The correct form is: foreach ($a in $b) {...}");
        }
        cursor.skip(2);
        cursor.lines();
        if (cursor.ended() || cursor.peek() == ')') {
            throw cursor.missing("Missing expression after 'in' in foreach loop.");
        }
        Statement values = grammar.statement();
        closing("foreach");
        Block body = loop("Missing statement body in foreach loop.");
        return new Statement.ForEach(label, variable, values, body, cursor.span(start));
    }

    private Statement doLoop(String label, int start) {
        Block body = loop("Missing statement block in do loop.");
        boolean until = takes("until");
        if (!until && !takes("while")) {
            cursor.lines();
            throw cursor.missing("Missing while or until keyword in do loop.");
        }
        Statement condition = condition(until ? "until" : "while", "do loop");
        return new Statement.Do(label, body, condition, until, cursor.span(start));
    }

    private Statement forLoop(String label, int start) {
        opening("for", "for statement");
        @Nullable Statement first = ";)".indexOf(cursor.peek()) >= 0 ? null : grammar.statement();
        semicolon();
        @Nullable Statement condition = ";)".indexOf(cursor.peek()) >= 0 ? null : grammar.statement();
        semicolon();
        @Nullable Statement next = cursor.peek() == ')' ? null : grammar.statement();
        closing("for");
        Block body = loop("Missing statement body in for loop.");
        return new Statement.For(label, first, condition, next, body, cursor.span(start));
    }

    private void semicolon() {
        // A semicolon behind the last part that is there may be left out.
        cursor.lines();
        cursor.takes(";");
        cursor.lines();
    }

    private Statement attempt(int start) {
        Block body = block("The Try statement is missing its statement block.");
        List<Catch> catches = new ArrayList<>();
        int end = cursor.at();
        while (takes("catch")) {
            if (!catches.isEmpty() && catches.getLast().types().isEmpty()) {
                throw cursor.wrong("Catch block must be the last catch block.", end);
            }
            List<Expression.Cast> types = new ArrayList<>();
            cursor.lines();
            boolean more = cursor.peek() == '[';
            while (more) {
                types.add(typeLiterals.type());
                cursor.lines();
                more = cursor.takes(",");
                cursor.lines();
            }
            catches.add(new Catch(types, block("The Catch block is missing its statement block.")));
            end = cursor.at();
        }
        @Nullable
        Block last = takes("finally")
                ? grammar.leaving().finallyBlock(() -> block("The Finally block is missing its statement block."))
                : null;
        if (catches.isEmpty() && last == null) {
            cursor.lines();
            throw cursor.missing("The Try statement is missing its Catch or Finally block.");
        }
        return new Statement.Try(body, catches, last, cursor.span(start));
    }

    private Statement function(boolean filter, int start) {
        cursor.blanks();
        int from = cursor.at();
        while (!cursor.ended() && !Character.isWhitespace(cursor.peek()) && "(){};|&,'\"$".indexOf(cursor.peek()) < 0) {
            cursor.skip(1);
        }
        String name = cursor.since(from);
        if (name.isEmpty()) {
            throw cursor.missing("Missing name after function keyword.");
        }
        cursor.lines();
        Declarations declarations = new Declarations(grammar);
        List<Declared> declared = cursor.peek() == '(' ? declarations.list() : List.of();
        cursor.lines();
        if (!cursor.takes("{")) {
            throw cursor.missing("Missing function body in function declaration.");
        }
        Body body = grammar.body();
        Body whole = declared.isEmpty() ? body : body.declaring(declared, declarations.advanced());
        return new Statement.Function(name, filter ? whole.asFilter() : whole, cursor.span(start));
    }
}
