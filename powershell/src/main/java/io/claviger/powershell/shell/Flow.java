package io.claviger.powershell.shell;

import io.claviger.powershell.value.TerminatingError;

/** Leaves a loop, a function or the session. Not an error, but thrown like one. */
public abstract sealed class Flow extends RuntimeException {

    private Flow() {
        super(null, null, false, false);
    }

    /** Leaves a loop, or a round of it: the innermost one, or the one with a label. */
    abstract static sealed class OfLoop extends Flow {
        private final String label;

        private OfLoop(String label) {
            this.label = label;
        }

        /** Returns true if it leaves the loop with this label, else goes on to the next loop outside. */
        boolean leaves(String loop) {
            if (!label.isEmpty() && !label.equalsIgnoreCase(loop)) {
                throw this;
            }
            return true;
        }
    }

    /** {@code break}. */
    static final class Break extends OfLoop {
        Break(String label) {
            super(label);
        }
    }

    /** {@code continue}. */
    static final class Continue extends OfLoop {
        Continue(String label) {
            super(label);
        }
    }

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
