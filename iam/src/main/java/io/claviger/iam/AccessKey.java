package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * A long-term access key of a user or of the root user.
 *
 * @param id the access key ID, {@code AKIA…}; it carries the account's ID, see {@link AccessKeyIds}
 * @param ownerId the user's unique ID, or the account's ID for a key of the root user
 * @param secret the secret access key, sealed for the context of this key's ID
 */
public record AccessKey(
        String accountId, String id, String ownerId, Status status, Instant createDate, SealedSecret secret)
        implements Entity {

    /** Whether the key may be used. */
    public enum Status {
        ACTIVE,
        INACTIVE
    }

    /** Whether the key is the root user's. */
    public boolean isRoots() {
        return ownerId.equals(accountId);
    }

    /** The same key in another status. */
    public AccessKey withStatus(Status newStatus) {
        return new AccessKey(accountId, id, ownerId, newStatus, createDate, secret);
    }

    /** Not the owner: nothing that is kept in memory of a user depends on their keys. */
    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
