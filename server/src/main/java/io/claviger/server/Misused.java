package io.claviger.server;

/** The command line is not understood. The message is for who typed it. */
final class Misused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misused(String message) {
        super(message);
    }
}
