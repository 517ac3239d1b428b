package io.claviger.powershell.shell;

import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;

/** How deep functions and script blocks call each other. */
final class CallDepth {

    private static final int DEEPEST = 100;

    private int calls;

    /**
     * Begins a call, which {@link #leave} ends.
     *
     * @throws TerminatingError when it would be too deep
     */
    void enter() {
        if (++calls > DEEPEST) {
            calls = 0;
            throw new TerminatingError(overflow(), true);
        }
    }

    void leave() {
        calls = Math.max(0, calls - 1);
    }

    void reset() {
        calls = 0;
    }

    /** The error for calls that are too deep. */
    static ErrorRecord overflow() {
        return ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION,
                "CallDepthOverflow",
                "System.Management.Automation.ScriptCallDepthException",
                "The script failed due to call depth overflow.");
    }
}
