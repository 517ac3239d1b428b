package io.claviger.iam.access;

import java.time.Instant;

/** By what a caller was authenticated. Immutable. */
public sealed interface Credential {

    /** The ID of the access key that signed. */
    String accessKeyId();

    /** A long-term access key. */
    record LongTerm(String accessKeyId) implements Credential {}

    /**
     * A temporary access key, which came with a session token.
     *
     * @param origin which call made it
     * @param issuedAt the value of {@code aws:TokenIssueTime}
     * @param expiresAt the first moment at which it is refused
     */
    record Temporary(String accessKeyId, Origin origin, Instant issuedAt, Instant expiresAt) implements Credential {}

    /** What makes temporary credentials. */
    enum Origin {
        /** GetSessionToken, without a second factor. */
        SESSION_TOKEN,
        /** Signing in with a password. */
        SIGN_IN
    }
}
