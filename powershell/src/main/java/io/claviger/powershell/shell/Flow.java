package io.claviger.powershell.shell;

import io.claviger.powershell.value.TerminatingError;

/** Leaves a loop, a function or the session. Not an error, but thrown like one. */
public abstract sealed class Flow extends RuntimeException {

    private Flow() {
        super(null, null, false, false);
    }

    /** {@code break}. */
    static final class Break extends Flow {}

    /** {@code continue}. */
    static final class Continue extends Flow {}

    /** {@code return}. */
    static final class Return extends Flow {}

    /** {@code exit}. */
    static final class Exit extends Flow {
        private final int code;

        Exit(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** {@code $PSCmdlet.ThrowTerminatingError()}, which leaves the function. The error is its caller's. */
    static final class Failed extends Flow {
        private final transient TerminatingError error;

        Failed(TerminatingError error) {
            this.error = error;
        }

        TerminatingError error() {
            return error;
        }
    }

    /** Ctrl-C. */
    public static final class Stopped extends Flow {}
}
