package io.claviger.iam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account and its root user, who owns it and is bound by no identity policy.
 *
 * @param accountId 12 digits, unique in the deployment; also the unique ID of the root user
 * @param createDate when it was signed up for
 * @param rootPassword the root user's password, as an Argon2id hash in its own encoded form
 * @param alias a name for it, unique in the deployment; null if it has none
 * @param passwordLastUsed when the root user last signed in with the password; null if they never did
 * @param email the root user's address, unique in the deployment whatever its case; null if it is not known, and for an
 *     account that another one made: that one's {@link MemberAccount} has it
 */
public record Account(
        String accountId,
        Instant createDate,
        PasswordHash rootPassword,
        @Nullable String alias,
        @Nullable Instant passwordLastUsed,
        @Nullable String email)
        implements Entity {

    /** An account without an alias, whose root user has not signed in. */
    public Account(String accountId, Instant createDate, PasswordHash rootPassword) {
        this(accountId, createDate, rootPassword, null, null, null);
    }

    /** The root user's ARN: {@code arn:aws:iam::123456789012:root}. */
    public String rootArn(Partition partition) {
        return Arns.root(partition, accountId);
    }

    /** The same account with another password of its root user. */
    public Account withRootPassword(PasswordHash password) {
        return new Account(accountId, createDate, password, alias, passwordLastUsed, email);
    }

    /** The same account under this alias; null for none. */
    public Account withAlias(@Nullable String name) {
        return new Account(accountId, createDate, rootPassword, name, passwordLastUsed, email);
    }

    /** The same account, whose root user signed in at a time. */
    public Account signedIn(Instant at) {
        return new Account(accountId, createDate, rootPassword, alias, at, email);
    }

    /** The same account, whose root user has this address. */
    public Account withEmail(String address) {
        return new Account(accountId, createDate, rootPassword, alias, passwordLastUsed, address);
    }

    @Override
    public List<String> touches() {
        return List.of(accountId);
    }
}
