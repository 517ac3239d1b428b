package io.claviger.access.passkey;

import io.claviger.iam.AnsweredChallenge;
import java.time.Instant;

/**
 * A challenge that this deployment has made.
 *
 * @param hash by which it is remembered when it was answered
 * @param ownerId whose authenticator is to answer: a user's unique ID, or the account's for its root user
 * @param end from when on it is refused
 */
public record Challenge(String hash, Purpose purpose, String ownerId, Instant end) {

    /** What it is to be answered for. */
    public enum Purpose {
        /** To register a new credential. */
        REGISTRATION,
        /** To sign in. */
        SIGN_IN
    }

    /** What is kept, so that nobody answers it again. */
    public AnsweredChallenge answered(String accountId, Instant now) {
        return new AnsweredChallenge(accountId, hash, now, end);
    }
}
