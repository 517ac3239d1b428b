package io.claviger.powershell.language;

/** Ends parsing. */
final class SyntaxError extends RuntimeException {

    private final String text;
    private final int offset;
    private final boolean incomplete;

    SyntaxError(String message, int offset, boolean incomplete) {
        super(message, null, false, false);
        text = message;
        this.offset = offset;
        this.incomplete = incomplete;
    }

    String text() {
        return text;
    }

    int offset() {
        return offset;
    }

    boolean incomplete() {
        return incomplete;
    }
}
