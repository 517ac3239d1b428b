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

    /** {@code foreach ($variable in values) { }}. */
    record ForEach(String variable, Statement values, Block body, Span span) implements Statement {}

    /** {@code while (condition) { }}. */
    record While(Statement condition, Block body, Span span) implements Statement {}

    /** {@code do { } while (condition)}, or {@code until}. */
    record Do(Block body, Statement condition, boolean until, Span span) implements Statement {}

    /** {@code for (first; condition; next) { }}. */
    record For(
            @Nullable Statement first,
            @Nullable Statement condition,
            @Nullable Statement next,
            Block body,
            Span span) implements Statement {}

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

    /** {@code break}, {@code continue}, {@code return}, {@code throw} or {@code exit}. */
    record Jump(Kind kind, @Nullable Statement value, Span span) implements Statement {

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
     * @param begin done before the first object of the pipeline
     * @param process done for each object of the pipeline; absent when the body has no {@code process} block
     * @param end done last; the body itself when it has no such blocks
     * @param text the text between the braces
     */
    record Body(
            List<Declared> parameters,
            boolean advanced,
            Asks asks,
            @Nullable Block begin,
            @Nullable Block process,
            @Nullable Block end,
            String text) {
        /** Keeps its own copy. */
        public Body {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A parameter that a script declares.
     *
     * @param name without the dollar sign
     * @param type the name in brackets before it, empty when there is none
     * @param otherwise the value when it is not given
     * @param mandatory {@code [Parameter(Mandatory)]}
     * @param fromPipeline {@code [Parameter(ValueFromPipeline)]}
     * @param fromProperty {@code [Parameter(ValueFromPipelineByPropertyName)]}
     * @param position {@code [Parameter(Position = 0)]}, or -1
     * @param aliases {@code [Alias('a')]}
     * @param only {@code [ValidateSet('a', 'b')]}
     * @param checks what else an argument must hold to
     */
    record Declared(
            String name,
            String type,
            @Nullable Expression otherwise,
            boolean mandatory,
            boolean fromPipeline,
            boolean fromProperty,
            int position,
            List<String> aliases,
            List<String> only,
            List<Check> checks) {
        /** Keeps its own copies. */
        public Declared {
            aliases = List.copyOf(aliases);
            only = List.copyOf(only);
            checks = List.copyOf(checks);
        }
    }

    /**
     * What the arguments of a parameter must hold to.
     *
     * @param rule the rule
     * @param values its bounds or its pattern, as text
     */
    record Check(Rule rule, List<String> values) {
        /** Keeps its own copy. */
        public Check {
            values = List.copyOf(values);
        }

        /** What an attribute demands. */
        public enum Rule {
            /** {@code [Parameter(Mandatory)]}: neither nothing nor empty, unless an attribute allows that. */
            FILLED,
            /** {@code [ValidateNotNull()]}. */
            NOT_NULL,
            /** {@code [ValidateNotNullOrEmpty()]}. */
            NOT_EMPTY,
            /** {@code [ValidateRange(1, 10)]}. */
            RANGE,
            /** {@code [ValidateLength(1, 10)]}. */
            LENGTH,
            /** {@code [ValidatePattern('^a')]}. */
            PATTERN
        }
    }
}
