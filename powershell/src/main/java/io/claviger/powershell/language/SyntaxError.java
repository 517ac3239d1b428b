package io.claviger.powershell.language;

/** Ends parsing. */
final class SyntaxError extends RuntimeException {

    private final String text;
    private final Span place;
    private final boolean incomplete;

    SyntaxError(String message, Span place, boolean incomplete) {
        super(message, null, false, false);
        text = message;
        this.place = place;
        this.incomplete = incomplete;
    }

    String text() {
        return text;
    }

    Span place() {
        return place;
    }

    boolean incomplete() {
        return incomplete;
    }
}
