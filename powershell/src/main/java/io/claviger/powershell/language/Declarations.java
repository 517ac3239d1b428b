package io.claviger.powershell.language;

import io.claviger.powershell.language.Declared.Check;
import io.claviger.powershell.language.Statement.Asks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters that a script declares, with their attributes. */
final class Declarations {

    private final Grammar grammar;
    private final Cursor cursor;
    private final Variables variables;
    private final Attributes attributes;

    Declarations(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
        variables = new Variables(grammar);
        attributes = new Attributes(grammar);
    }

    /** Whether there was an attribute that makes a function an advanced one. */
    boolean advanced() {
        return attributes.advanced();
    }

    /** The head of a body. */
    record Head(List<Declared> parameters, boolean advanced, Asks asks, String defaultSet) {}

    /** Reads {@code [CmdletBinding()] param( ... )}, if it is there. */
    Head block() {
        int here = cursor.at();
        boolean binding = false;
        Attributes.Collected collected = new Attributes.Collected();
        while (cursor.peek() == '[' && cursor.between(here, here + 1).equals("[") && isAttribute()) {
            attributes.read(collected);
            cursor.lines();
            binding = true;
        }
        if (cursor.word().equals("param")) {
            cursor.skip("param".length());
            cursor.lines();
            if (cursor.peek() != '(') {
                throw cursor.missing("Missing '(' after 'param'.");
            }
            List<Declared> parameters = list();
            return new Head(parameters, attributes.advanced(), collected.asks(), collected.defaultSet);
        }
        if (binding) {
            throw cursor.expected("Unexpected attribute; a param block was expected after it.");
        }
        return new Head(List.of(), false, Asks.NEVER, "");
    }

    private boolean isAttribute() {
        int here = cursor.at();
        cursor.skip(1);
        String word = cursor.word();
        cursor.goTo(here);
        return word.equals("cmdletbinding") || word.equals("outputtype");
    }

    /** Reads a list of parameters, at its parenthesis. */
    List<Declared> list() {
        cursor.skip(1);
        List<Declared> declared = new ArrayList<>();
        cursor.lines();
        while (cursor.peek() != ')') {
            if (!declared.isEmpty() && !cursor.takes(",")) {
                throw cursor.missing("Missing ')' in function parameter list.");
            }
            cursor.lines();
            if (!declared.isEmpty() && cursor.peek() == ')') {
                throw cursor.missing("Missing expression after ','.");
            }
            declared.add(one());
            cursor.lines();
        }
        cursor.skip(1);
        return declared;
    }

    private Declared one() {
        Attributes.Collected collected = new Attributes.Collected();
        while (cursor.peek() == '[') {
            attributes.read(collected);
            cursor.lines();
        }
        if (cursor.peek() != '$' || !Variables.isNamePart(cursor.peek(1))) {
            throw cursor.missing("Missing variable name in the parameter list.");
        }
        if (collected.mandatory && !collected.mayBeEmpty) {
            collected.checks.addFirst(new Check(Check.Rule.FILLED, List.of(), null, ""));
        }
        String name = variables.variable().name();
        cursor.lines();
        @Nullable Expression otherwise = null;
        if (cursor.takes("=")) {
            cursor.lines();
            if (!grammar.startsExpression()) {
                throw cursor.missing("Missing expression after '='.");
            }
            otherwise = grammar.single();
        }
        return new Declared(
                name,
                collected.type,
                otherwise,
                collected.mandatory,
                collected.fromPipeline,
                collected.fromProperty,
                collected.rest,
                collected.sets,
                collected.demanding,
                collected.position,
                collected.aliases,
                collected.only,
                collected.checks);
    }
}
