package io.claviger.server.http;

/** The listener's address cannot be had. The message is for the operator. */
public final class CannotListen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotListen(String message, Throwable cause) {
        super(message, cause);
    }
}
