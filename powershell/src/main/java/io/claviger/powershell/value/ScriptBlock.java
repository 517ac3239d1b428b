package io.claviger.powershell.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code { ... }}: a piece of script that knows the scope it was written in. Not safe for use by several threads. */
public interface ScriptBlock {

    /** The text between the braces. */
    String source();

    /**
     * Runs it in a new scope.
     *
     * @param item {@code $_} within the block
     * @param arguments what {@code param()} takes; the rest is {@code $args}
     * @param out gets each value as soon as it is written
     * @throws TerminatingError when the block throws
     */
    void invoke(@Nullable Object item, List<? extends @Nullable Object> arguments, Sink out);

    /**
     * Runs it in a new scope, as a member of an object.
     *
     * @param self {@code $this} within the block
     * @param arguments what {@code param()} takes; the rest is {@code $args}
     * @param out gets each value as soon as it is written
     * @throws TerminatingError when the block throws
     */
    void invokeOn(Object self, List<? extends @Nullable Object> arguments, Sink out);

    /**
     * Runs it in the scope of its caller, so that variables it sets stay set (as {@code ForEach-Object} and
     * {@code Where-Object} do).
     *
     * @param item {@code $_} within the block
     * @param out gets each value as soon as it is written
     * @throws TerminatingError when the block throws
     */
    void invokeInPlace(@Nullable Object item, Sink out);
}
