package io.claviger.storage;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The store cannot be opened, and trying again will not help: the message tells the operator why, and what to do. */
public final class OpenFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    OpenFailure(String message) {
        this(message, null);
    }

    OpenFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
