package io.claviger.powershell.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of a pipeline. */
public sealed interface Command {

    /** Its place in the text. */
    Span span();

    /** An expression whose value enters the pipeline. */
    record Value(Expression expression, Span span) implements Command {}

    /** A command with its arguments; the name is a constant, or what {@code &} calls. */
    record Call(Expression name, List<Argument> arguments, Span span) implements Command {
        /** Keeps its own copy. */
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** An argument of a command. */
    sealed interface Argument {

        /** Where it stands. */
        Span span();

        /** {@code -Name}, or {@code -Name:value}; a number also as it was written. */
        record Named(String name, @Nullable Expression value, String written, Span span) implements Argument {}

        /** A value: for the parameter before it, or by position; a number also as it was written. */
        record Plain(Expression value, String written, Span span) implements Argument {}

        /** {@code @name}: the arguments are in a hashtable or an array. */
        record Splatted(String variable, Span span) implements Argument {}
    }
}
