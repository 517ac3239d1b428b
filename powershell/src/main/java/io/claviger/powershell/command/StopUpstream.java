package io.claviger.powershell.command;

/**
 * Stops the commands before one that needs no more input, such as {@code Select-Object -First}. Not an error; a cmdlet
 * must not catch it.
 */
public final class StopUpstream extends RuntimeException {

    private final transient Object by;

    /** For the shell only. */
    public StopUpstream(Object by) {
        super(null, null, false, false);
        this.by = by;
    }

    /** The command that needs no more, as the shell knows it. */
    public Object by() {
        return by;
    }
}
