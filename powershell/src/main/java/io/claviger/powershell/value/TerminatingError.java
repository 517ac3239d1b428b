package io.claviger.powershell.value;

/**
 * Ends the statement, unless a {@code try} catches it or {@code -ErrorAction} says otherwise. Cmdlets throw it; the
 * shell prints it.
 */
public class TerminatingError extends RuntimeException {

    private final transient ErrorRecord error;

    private final boolean endsScript;

    /** Ends the statement with an error. */
    public TerminatingError(ErrorRecord error) {
        this(error, false);
    }

    /** Ends the statement with an error, or the whole script, as {@code throw} and {@code -ErrorAction Stop} do. */
    public TerminatingError(ErrorRecord error, boolean endsScript) {
        super(error.message(), null, false, false);
        this.error = error;
        this.endsScript = endsScript;
    }

    /** Whether it ends the whole script, not the statement alone. */
    public boolean endsScript() {
        return endsScript;
    }

    /** What went wrong. */
    public ErrorRecord error() {
        return error;
    }
}
