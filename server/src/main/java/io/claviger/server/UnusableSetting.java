package io.claviger.server;

/** An option or variable cannot be used. The message is for the operator and repeats no secret. */
final class UnusableSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableSetting(String message) {
        super(message);
    }
}
