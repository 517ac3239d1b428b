package io.claviger.server.http;

import org.jspecify.annotations.Nullable;

/** The files given for TLS cannot be used. The message is for the operator. */
public final class UnusableTls extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableTls(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
