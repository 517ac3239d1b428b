package io.claviger.storage;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The store cannot be opened, and trying again will not help: the message says why, and what the operator can do. */
public final class OpenFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says why, in a sentence for the operator. */
    public OpenFailure(String message) {
        this(message, null);
    }

    /** Says why, in a sentence for the operator. */
    public OpenFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
