package io.claviger.cmdlets.shell;

/** Leaves a loop, a function or the session. Not an error, but it unwinds like one. */
abstract sealed class Flow extends RuntimeException {

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

    /** Ctrl-C. */
    static final class Stopped extends Flow {}
}
