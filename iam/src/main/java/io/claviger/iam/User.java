package io.claviger.iam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An IAM user.
 *
 * @param id the unique ID, {@code AIDA…}, never used again, even for a later user of the same name
 * @param path begins and ends with a slash
 * @param boundaryArn the managed policy that bounds its permissions, if one does
 * @param tags in the order in which they were set
 * @param passwordLastUsed when the user last signed in with a password; null if they never did
 */
public record User(
        String accountId,
        String id,
        String name,
        String path,
        Instant createDate,
        @Nullable String boundaryArn,
        List<Tag> tags,
        @Nullable Instant passwordLastUsed)
        implements Entity, Tagged<User>, Bounded<User> {

    /** Copies the tags. */
    public User {
        tags = List.copyOf(tags);
    }

    /** A user who has not signed in with a password. */
    public User(
            String accountId,
            String id,
            String name,
            String path,
            Instant createDate,
            @Nullable String boundaryArn,
            List<Tag> tags) {
        this(accountId, id, name, path, createDate, boundaryArn, tags, null);
    }

    /** {@code arn:aws:iam::123456789012:user/path/name}. */
    public String arn(Partition partition) {
        return Arns.user(partition, accountId, path, name);
    }

    /** The same user under another name and path. */
    public User renamed(String newName, String newPath) {
        return new User(accountId, id, newName, newPath, createDate, boundaryArn, tags, passwordLastUsed);
    }

    @Override
    public User bounded(@Nullable String policyArn) {
        return new User(accountId, id, name, path, createDate, policyArn, tags, passwordLastUsed);
    }

    @Override
    public User tagged(List<Tag> others) {
        return new User(accountId, id, name, path, createDate, boundaryArn, others, passwordLastUsed);
    }

    /** The same user, who signed in with a password at a time. */
    public User signedIn(Instant at) {
        return new User(accountId, id, name, path, createDate, boundaryArn, tags, at);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
