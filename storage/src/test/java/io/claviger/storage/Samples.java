package io.claviger.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.Entity;
import io.claviger.iam.Group;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.InstanceProfile;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.Membership;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.PolicyVersion;
import io.claviger.iam.Role;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.Tag;
import io.claviger.iam.User;
import io.claviger.iam.VirtualMfaDevice;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities to test with; the IDs follow from the names, so that a test can say which it means. */
public final class Samples {

    public static final String ACCOUNT = "111122223333";
    public static final String OTHER_ACCOUNT = "444455556666";
    public static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456789Z");

    private Samples() {}

    public static Account account(String id) {
        return new Account(id, NOW, new PasswordHash("$argon2id$" + id));
    }

    public static User user(String name) {
        return user(ACCOUNT, name, "/");
    }

    public static User user(String account, String name, String path) {
        return new User(account, "AIDA" + account + name, name, path, NOW, null, List.of());
    }

    public static Group group(String name) {
        return group(ACCOUNT, name, "/");
    }

    public static Group group(String account, String name, String path) {
        return new Group(account, "AGPA" + account + name, name, path, NOW);
    }

    public static Role role(String name) {
        return new Role(ACCOUNT, "AROA" + name, name, "/", null, NOW, "{}", Duration.ofHours(1), null, List.of());
    }

    /** An instance profile; the role may be null. */
    public static InstanceProfile profile(String name, @Nullable Role role) {
        return new InstanceProfile(ACCOUNT, "AIPA" + name, name, "/", NOW, role == null ? null : role.id(), List.of());
    }

    public static Membership in(Group group, User user) {
        return new Membership(user.accountId(), group.id(), user.id());
    }

    public static ManagedPolicy policy(String name) {
        return policy(ACCOUNT, name, "/");
    }

    public static ManagedPolicy policy(String account, String name, String path) {
        List<Tag> tags = List.of(new Tag("Team", "\"stor\\age\"\n"), new Tag("", "é→𝄞"));
        return new ManagedPolicy(account, "ANPA" + account + name, name, path, "what for", NOW, NOW, 1, 1, tags);
    }

    public static PolicyVersion version(ManagedPolicy policy, int number) {
        return new PolicyVersion(policy.accountId(), policy.id(), number, "{\"number\":" + number + "}", NOW);
    }

    public static Attachment attached(String ownerId, String policyArn) {
        return new Attachment(ACCOUNT, ownerId, policyArn, Arns.nameIn(policyArn));
    }

    public static InlinePolicy inline(String ownerId, String name) {
        return new InlinePolicy(ACCOUNT, ownerId, name, "{}", 2);
    }

    public static VirtualMfaDevice device(String name) {
        return new VirtualMfaDevice(ACCOUNT, "/", name, new SealedSecret(new byte[] {1, 2, 3}), null, List.of());
    }

    public static AccessKey key(String id, User owner) {
        return key(id, owner, NOW);
    }

    public static AccessKey key(String id, User owner, Instant createDate) {
        return new AccessKey(
                owner.accountId(),
                id,
                owner.id(),
                AccessKey.Status.ACTIVE,
                createDate,
                new SealedSecret(("sealed " + id).getBytes(UTF_8)));
    }

    /** Adds all in one transaction. */
    public static void insert(Store store, Entity... entities) {
        store.write(writing -> {
            for (Entity entity : entities) {
                writing.insert(entity);
            }
            return entities.length;
        });
    }

    /** Replaces one, in a transaction of its own. */
    public static void update(Store store, Entity entity) {
        store.write(writing -> {
            writing.update(entity);
            return entity;
        });
    }

    /** Deletes all in one transaction. */
    public static void delete(Store store, Entity... entities) {
        store.write(writing -> {
            for (Entity entity : entities) {
                writing.delete(entity);
            }
            return entities.length;
        });
    }

    /** A slice of all paths. */
    public static Slice sliceAfter(String after, int limit) {
        return new Slice("/", after, limit);
    }
}
