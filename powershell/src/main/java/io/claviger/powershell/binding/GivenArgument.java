package io.claviger.powershell.binding;

import org.jspecify.annotations.Nullable;

/** One argument of a command line, with its value evaluated. */
public sealed interface GivenArgument {

    /**
     * {@code -Name}, or {@code -Name:value}.
     *
     * @param name without the dash
     * @param hasValue whether a value came with it
     * @param value that value
     * @param written how a number was written; empty for other values
     */
    record Named(String name, boolean hasValue, @Nullable Object value, String written) implements GivenArgument {}

    /**
     * A value, for the parameter before it or by position.
     *
     * @param value the value
     * @param written a number as it was written, else empty
     */
    record Value(@Nullable Object value, String written) implements GivenArgument {}
}
