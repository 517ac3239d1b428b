package io.claviger.cmdlets.launch;

/** The command line is not understood. The message is for whoever typed it. */
final class Misused extends RuntimeException {

    Misused(String message) {
        super(message, null, false, false);
    }
}
