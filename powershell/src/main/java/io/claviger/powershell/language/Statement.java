package io.claviger.powershell.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a script consists of. */
public sealed interface Statement {

    /** Its place in the text. */
    Span span();

    /** Statements one after another. */
    record Block(List<Statement> statements, Span span) {
        /** Keeps its own copy. */
        public Block {
            statements = List.copyOf(statements);
        }
    }

    /** Commands joined by {@code |}; also a single command or expression. */
    record Pipeline(List<Command> elements, Span span) implements Statement {
        /** Keeps its own copy. */
        public Pipeline {
            elements = List.copyOf(elements);
        }
    }

    /** {@code left && right}, or {@code left || right}: the right one runs if the left one succeeded, or failed. */
    record Chain(Statement left, boolean ifSucceeded, Statement right, Span span) implements Statement {}

    /** {@code target = value}, {@code target += value} and so on; the operator is without the equals sign. */
    record Assignment(Expression target, String operator, Statement value, Span span) implements Statement {}

    /** A condition and its block. */
    record Clause(Statement condition, Block body) {}

    /** {@code if} with its {@code elseif}s and {@code else}. */
    record If(List<Clause> clauses, @Nullable Block otherwise, Span span) implements Statement {
        /** Keeps its own copy. */
        public If {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code foreach ($variable in values) { }}; loops have a label, which is empty if none is written. */
    record ForEach(String label, String variable, Statement values, Block body, Span span) implements Statement {}

    /** {@code while (condition) { }}. */
    record While(String label, Statement condition, Block body, Span span) implements Statement {}

    /** {@code do { } while (condition)}, or {@code until}. */
    record Do(String label, Block body, Statement condition, boolean until, Span span) implements Statement {}

    /** {@code for (first; condition; next) { }}. */
    record For(
            String label,
            @Nullable Statement first,
            @Nullable Statement condition,
            @Nullable Statement next,
            Block body,
            Span span)
            implements Statement {}

    /** How {@code switch} compares. */
    enum Matching {
        /** By equality. */
        EXACT,
        /** By a pattern with {@code *} and {@code ?}. */
        WILDCARD,
        /** By a regular expression. */
        REGEX
    }

    /** A condition of {@code switch}, which is a script block or a value to compare with, and its block. */
    record Case(Expression condition, Block body) {}

    /** {@code switch (values) { condition { } default { } }}. */
    record Switch(
            String label,
            Matching matching,
            boolean caseSensitive,
            Statement values,
            List<Case> cases,
            @Nullable Block otherwise,
            Span span)
            implements Statement {
        /** Keeps its own copy. */
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    /** {@code catch [Type], [Type] { }}; without types it catches everything. */
    record Catch(List<Expression.Cast> types, Block body) {
        /** Keeps its own copy. */
        public Catch {
            types = List.copyOf(types);
        }
    }

    /** {@code try { } catch { } finally { }}. */
    record Try(Block body, List<Catch> catches, @Nullable Block last, Span span) implements Statement {
        /** Keeps its own copy. */
        public Try {
            catches = List.copyOf(catches);
        }
    }

    /** {@code function name { }}. */
    record Function(String name, Body body, Span span) implements Statement {}

    /**
     * {@code break}, {@code continue}, {@code return}, {@code throw} or {@code exit}.
     *
     * @param label the loop that is left; empty for the innermost one
     */
    record Jump(Kind kind, String label, @Nullable Statement value, Span span) implements Statement {

        /** What is left. */
        public enum Kind {
            /** The loop. */
            BREAK,
            /** This round of the loop. */
            CONTINUE,
            /** The function. */
            RETURN,
            /** Everything, with an error. */
            THROW,
            /** The session, with an exit code. */
            EXIT
        }
    }

    /** {@code [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]}: whether a function asks before it acts. */
    enum Asks {
        /** It has neither {@code -WhatIf} nor {@code -Confirm}. */
        NEVER,
        /** {@code ConfirmImpact = 'None'} or {@code 'Low'}. */
        LOW,
        /** {@code ConfirmImpact = 'Medium'}, or no {@code ConfirmImpact}. */
        MEDIUM,
        /** {@code ConfirmImpact = 'High'}. */
        HIGH
    }

    /**
     * The body of a function, of a script block or of a script.
     *
     * @param parameters of its {@code param()}
     * @param advanced whether it has {@code [CmdletBinding()]} or a {@code [Parameter()]}: it has {@code $PSCmdlet}, and
     *     takes no arguments but those of its parameters
     * @param asks whether and how readily it asks before it acts
     * @param defaultSet the parameter set that counts if several fit; empty if none is named
     * @param begin done before the first object of the pipeline
     * @param process done for each object of the pipeline; absent when the body has no {@code process} block
     * @param end done last; the body itself when it has no such blocks
     * @param text the text between the braces
     */
    record Body(
            List<Declared> parameters,
            boolean advanced,
            Asks asks,
            String defaultSet,
            @Nullable Block begin,
            @Nullable Block process,
            @Nullable Block end,
            String text) {
        /** Keeps its own copy. */
        public Body {
            parameters = List.copyOf(parameters);
        }

        /** The same with the parameters that stand behind a function's name. */
        Body declaring(List<Declared> declared, boolean withAttributes) {
            return new Body(declared, withAttributes, asks, defaultSet, begin, process, end, text);
        }

        /** The same as the body of a {@code filter}, which runs for each object. */
        Body asFilter() {
            return process == null ? new Body(parameters, advanced, asks, defaultSet, begin, end, null, text) : this;
        }
    }
}
