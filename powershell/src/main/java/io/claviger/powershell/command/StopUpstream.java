package io.claviger.powershell.command;

/**
 * Nobody downstream wants more: {@code Select-Object -First} has what it needs. Not an error, but a cmdlet lets it through
 * as it would one, and fetches nothing more.
 */
public final class StopUpstream extends RuntimeException {

    private final transient Object by;

    /** Thrown by the shell. */
    public StopUpstream(Object by) {
        super(null, null, false, false);
        this.by = by;
    }

    /** Who has enough; the shell's own mark. */
    public Object by() {
        return by;
    }
}
