package io.claviger.server.command;

/** The command line is not understood. The message is for who typed it. */
public final class Misused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Misused(String message) {
        super(message);
    }
}
