package io.claviger.powershell.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of a pipeline. */
public sealed interface Command {

    /** Its place in the text. */
    Span span();

    /** An expression whose value enters the pipeline. */
    record Value(Expression expression, List<Redirection> redirections, Span span) implements Command {
        /** Keeps its own copy. */
        public Value {
            redirections = List.copyOf(redirections);
        }
    }

    /**
     * A command with its arguments.
     *
     * @param name a constant, or what {@code &} or {@code .} calls
     * @param inPlace whether it runs in the scope that calls it: it is called by {@code .}
     */
    record Call(Expression name, boolean inPlace, List<Argument> arguments, List<Redirection> redirections, Span span)
            implements Command {
        /** Keeps its own copies. */
        public Call {
            arguments = List.copyOf(arguments);
            redirections = List.copyOf(redirections);
        }
    }

    /** Where the elements's streams go. */
    List<Redirection> redirections();

    /**
     * Where a stream goes: {@code 2> file}, {@code 2>&1}.
     *
     * @param stream its number, from 1; 0 for all of them
     * @param file the file; {@code null} for the output
     * @param append whether it is added to the file
     */
    record Redirection(int stream, @Nullable Expression file, boolean append) {}

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
