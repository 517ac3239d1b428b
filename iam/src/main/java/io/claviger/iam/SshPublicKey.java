package io.claviger.iam;

import io.claviger.iam.AccessKey.Status;
import java.time.Instant;
import java.util.List;

/**
 * A user's public key for SSH.
 *
 * @param id {@code APKA…}; it carries the account's ID, see {@link AccessKeyIds}
 * @param userId the user's unique ID
 * @param body {@code ssh-rsa} and the key in base 64, without a comment
 * @param fingerprint the MD5 of the key, in pairs of hexadecimal digits between colons
 */
public record SshPublicKey(
        String accountId, String id, String userId, String body, String fingerprint, Status status, Instant uploadDate)
        implements Entity {

    /** The same key in another status. */
    public SshPublicKey withStatus(Status newStatus) {
        return new SshPublicKey(accountId, id, userId, body, fingerprint, newStatus, uploadDate);
    }

    /** Not the user: nothing that is kept in memory of a user depends on it. */
    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
