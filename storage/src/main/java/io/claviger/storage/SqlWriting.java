package io.claviger.storage;

import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.Attachment;
import io.claviger.iam.Entity;
import io.claviger.iam.Group;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.KeyUse;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.Membership;
import io.claviger.iam.PolicyVersion;
import io.claviger.iam.User;
import io.claviger.iam.store.StoreFailure;
import io.claviger.iam.store.Writing;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes within the savepoint that is open on a session, and remembers what it touched. */
final class SqlWriting extends SqlReading implements Writing {

    private final Set<Changes.Touch> touched = new LinkedHashSet<>();
    private @Nullable Throwable failure;

    SqlWriting(Session session) {
        super(session);
    }

    @Override
    public void insert(Entity entity) {
        write(entity, "add", () -> switch (entity) {
            case Account account -> Accounts.insert(session(), account);
            case User user -> Users.insert(session(), user);
            case Group group -> Groups.insert(session(), group);
            case Membership membership -> Groups.insert(session(), membership);
            case ManagedPolicy policy -> ManagedPolicies.insert(session(), policy);
            case PolicyVersion version -> ManagedPolicies.insert(session(), version);
            case Attachment attachment -> OwnedPolicies.insert(session(), attachment);
            case InlinePolicy policy -> OwnedPolicies.insert(session(), policy);
            case AccessKey key -> AccessKeys.insert(session(), key);
        });
    }

    @Override
    public void update(Entity entity) {
        write(entity, "update", () -> switch (entity) {
            case Account account -> Accounts.update(session(), account);
            case User user -> Users.update(session(), user);
            case Group group -> Groups.update(session(), group);
            case ManagedPolicy policy -> ManagedPolicies.update(session(), policy);
            case InlinePolicy policy -> OwnedPolicies.update(session(), policy);
            case AccessKey key -> AccessKeys.update(session(), key);
            case Membership _, Attachment _, PolicyVersion _ ->
                throw new IllegalArgumentException("a " + kind(entity) + " is never updated");
        });
    }

    @Override
    public void delete(Entity entity) {
        write(entity, "delete", () -> switch (entity) {
            case Account account -> Accounts.delete(session(), account);
            case User user -> Users.delete(session(), user);
            case Group group -> Groups.delete(session(), group);
            case Membership membership -> Groups.delete(session(), membership);
            case ManagedPolicy policy -> ManagedPolicies.delete(session(), policy);
            case PolicyVersion version -> ManagedPolicies.delete(session(), version);
            case Attachment attachment -> OwnedPolicies.delete(session(), attachment);
            case InlinePolicy policy -> OwnedPolicies.delete(session(), policy);
            case AccessKey key -> AccessKeys.delete(session(), key);
        });
    }

    /** Keeps the latest uses; not a change. */
    void recordUses(Collection<KeyUse> uses) {
        uses.forEach(use -> AccessKeys.recordUse(session(), use));
    }

    /**
     * Writes the change rows.
     *
     * @return the unique IDs that were touched; empty when nothing was written
     * @throws StoreFailure when a write failed before, even if the work went on after it: half of an entity may stand
     */
    Set<String> finish(long revision) {
        refuseAfterFailure();
        Changes.add(session(), revision, touched);
        return touched.stream().map(Changes.Touch::entityId).collect(Collectors.toUnmodifiableSet());
    }

    // After some failures SQLite ends the transaction: what would be written then, would be written at once and for
    // good.
    private void refuseAfterFailure() {
        if (failure != null) {
            throw failure instanceof StoreFailure known
                    ? known
                    : new StoreFailure("A write failed in the transaction", failure);
        }
    }

    private interface Write {
        int rows();
    }

    private void write(Entity entity, String verb, Write write) {
        refuseAfterFailure();
        try {
            if (write.rows() != 1) {
                throw new StoreFailure(
                        "The database has no row of a " + kind(entity) + " to " + verb,
                        new IllegalStateException("no such entity, or none that it belongs to"));
            }
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
        entity.touches().forEach(id -> touched.add(new Changes.Touch(entity.accountId(), id)));
    }

    private static String kind(Entity entity) {
        return entity.getClass().getSimpleName();
    }
}
