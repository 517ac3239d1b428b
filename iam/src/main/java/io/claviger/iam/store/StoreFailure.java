package io.claviger.iam.store;

/** The database failed: the request may be tried again, and no part of it took effect. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what failed, in a sentence for the operator. */
    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
