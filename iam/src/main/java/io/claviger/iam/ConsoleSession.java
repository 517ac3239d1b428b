package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * Somebody who is signed in to the web console. It lasts until they sign out, until its end, or until it was not used for
 * long; credentials that were made for it are good only as long as it is there.
 *
 * @param id a hash of the secret that the browser keeps, in base 64; the secret itself is kept nowhere else
 * @param ownerId the unique ID of the user or role, or an account's for its root user
 * @param proof the hash of the password that was shown, in base 64; empty if another proof was
 * @param details what sessions of the owner are given, packed, in base 64
 * @param startedAt when the person signed in
 * @param lastUsedAt when credentials were last made for it
 * @param endsAt the first moment at which it is over, however much it is used
 */
public record ConsoleSession(
        String accountId,
        String id,
        String ownerId,
        String proof,
        String details,
        Instant startedAt,
        Instant lastUsedAt,
        Instant endsAt)
        implements Entity {

    /** The same session, used at a time. */
    public ConsoleSession used(Instant at) {
        return new ConsoleSession(accountId, id, ownerId, proof, details, startedAt, at, endsAt);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
