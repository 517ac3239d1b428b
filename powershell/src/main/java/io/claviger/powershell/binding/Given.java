package io.claviger.powershell.binding;

import org.jspecify.annotations.Nullable;

/** One argument as it stands on the command line, worked out. */
public sealed interface Given {

    /**
     * {@code -Name}, or {@code -Name:value}.
     *
     * @param name without the dash
     * @param hasValue whether a value came with it
     * @param value that value
     * @param written a number as it was written, else empty
     */
    record Named(String name, boolean hasValue, @Nullable Object value, String written) implements Given {}

    /**
     * A value: of the parameter before it, or by position.
     *
     * @param value the value
     * @param written a number as it was written, else empty
     */
    record Value(@Nullable Object value, String written) implements Given {}
}
