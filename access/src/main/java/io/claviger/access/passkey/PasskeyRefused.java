package io.claviger.access.passkey;

/** An answer of an authenticator that proves nothing. The message says why, and may repeat a
 * part of it. */
public final class PasskeyRefused extends Exception {

    private static final long serialVersionUID = 1;

    PasskeyRefused(String reason) {
        super(reason);
    }

    PasskeyRefused(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Why it was refused. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
