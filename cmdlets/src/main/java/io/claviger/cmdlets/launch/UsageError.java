package io.claviger.cmdlets.launch;

/** The command line is not understood. The message is for the user. */
final class UsageError extends RuntimeException {

    UsageError(String message) {
        super(message, null, false, false);
    }
}
