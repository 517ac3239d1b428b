package io.claviger.iam;

import io.claviger.iam.AccessKey.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's name and secret for one service of AWS: what AWS calls a service-specific credential.
 *
 * @param id the unique ID, {@code ACCA…}
 * @param userId the user's unique ID
 * @param service in lower case, such as {@code codecommit.amazonaws.com}
 * @param login what the service knows the user by, such as {@code jane-at-123456789012}; stays when the user is renamed
 * @param secret the secret's hash
 * @param expiration from when on it is no longer good; null for never
 */
public record ServiceCredential(
        String accountId,
        String id,
        String userId,
        String service,
        String login,
        SecretHash secret,
        Status status,
        Instant createDate,
        @Nullable Instant expiration)
        implements Entity {

    /** The same credential in another status. */
    public ServiceCredential withStatus(Status newStatus) {
        return new ServiceCredential(accountId, id, userId, service, login, secret, newStatus, createDate, expiration);
    }

    /** The same credential with another secret. */
    public ServiceCredential withSecret(SecretHash newSecret) {
        return new ServiceCredential(accountId, id, userId, service, login, newSecret, status, createDate, expiration);
    }

    /** Whether it has come to its end. */
    public boolean hasExpired(Instant now) {
        return expiration != null && !now.isBefore(expiration);
    }

    /** Not the user: nothing that is kept in memory of a user depends on it. */
    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
