package io.claviger.policycli;

import java.io.Serial;

/**
 * A question that cannot be answered: it is not understood, or what it is about cannot be read. The message is for the one
 * who asked and says what to do; it may have several lines.
 */
final class NoAnswer extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean misused;

    private NoAnswer(String message, boolean misused) {
        super(message, null, false, false);
        this.misused = misused;
    }

    /** The words are not understood. */
    static NoAnswer misused(String message) {
        return new NoAnswer(message, true);
    }

    /** The words are understood, but what they name cannot be used. */
    static NoAnswer unusable(String message) {
        return new NoAnswer(message, false);
    }

    /** Whether the command's help would help. */
    boolean isMisuse() {
        return misused;
    }
}
