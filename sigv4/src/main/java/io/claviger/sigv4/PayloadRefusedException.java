package io.claviger.sigv4;

import java.io.IOException;

/** A body that is not the one that was signed. What was read of it before must not be kept. */
public final class PayloadRefusedException extends IOException {

    private final transient Refusal refusal;

    PayloadRefusedException(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** Why, for the client. */
    public Refusal refusal() {
        return refusal;
    }
}
