package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * An account and its root user, who owns it and is bound by no identity policy.
 *
 * @param accountId 12 digits, unique in the deployment; also the unique ID of the root user
 * @param createDate when it was signed up for
 * @param rootPassword the root user's password, as an Argon2id hash in its own encoded form
 */
public record Account(String accountId, Instant createDate, PasswordHash rootPassword) implements Entity {

    /** The root user's ARN: {@code arn:aws:iam::123456789012:root}. */
    public String rootArn(Partition partition) {
        return Arns.root(partition, accountId);
    }

    @Override
    public List<String> touches() {
        return List.of(accountId);
    }
}
