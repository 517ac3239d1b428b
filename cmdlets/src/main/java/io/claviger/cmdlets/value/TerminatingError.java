package io.claviger.cmdlets.value;

/**
 * Ends the statement, unless a {@code try} catches it or the cmdlet was told otherwise with {@code -ErrorAction}. Cmdlets
 * throw it; the shell is the one that prints it.
 */
public final class TerminatingError extends RuntimeException {

    private final transient ErrorRecord error;

    /** Ends the statement with an error. */
    public TerminatingError(ErrorRecord error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    /** What went wrong. */
    public ErrorRecord error() {
        return error;
    }
}
