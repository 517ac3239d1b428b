package io.claviger.server.command;

/** An option or variable cannot be used. The message is for the operator and repeats no secret. */
public final class UnusableSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableSetting(String message) {
        super(message);
    }
}
