package io.claviger.powershell.binding;

import org.jspecify.annotations.Nullable;

/** One argument of a command line, with its value evaluated. */
public sealed interface GivenArgument {

    /** The argument's number among those of the command, from 0. */
    int place();

    /** Who gives an argument. Of two that mean the same parameter, the one from the earlier source counts. */
    enum Source {
        /** It is written out in the command line. */
        WRITTEN,
        /** It is in a hashtable that is splatted. */
        SPLATTED,
        /** It is in {@code $PSDefaultParameterValues}. */
        DEFAULT
    }

    /**
     * {@code -Name}, or {@code -Name:value}.
     *
     * @param name without the dash
     * @param hasValue whether a value came with it
     * @param value that value
     * @param written how a number was written; empty for other values
     * @param source who gives it
     * @param place the argument's number among those of the command, from 0
     */
    record Named(String name, boolean hasValue, @Nullable Object value, String written, Source source, int place)
            implements GivenArgument {}

    /**
     * A value, for the parameter before it or by position.
     *
     * @param value the value
     * @param written a number as it was written, else empty
     * @param place the argument's number among those of the command, from 0
     */
    record Value(@Nullable Object value, String written, int place) implements GivenArgument {}
}
