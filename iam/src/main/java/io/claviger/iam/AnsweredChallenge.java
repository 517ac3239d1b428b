package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * A challenge that an authenticator has answered, kept until it ends so that it is not answered again. It is inserted and
 * never updated; inserting one removes those that have ended.
 *
 * @param challenge the hash of the challenge
 * @param answeredAt when it was answered
 * @param until from when on it is refused for its age
 */
public record AnsweredChallenge(String accountId, String challenge, Instant answeredAt, Instant until)
        implements Entity {

    /** The log of changes names the challenge, on which nothing depends that is kept in memory. */
    @Override
    public List<String> touches() {
        return List.of(challenge);
    }
}
