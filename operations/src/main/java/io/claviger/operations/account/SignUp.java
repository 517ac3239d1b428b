package io.claviger.operations.account;

import io.claviger.access.AccessKeySecrets;
import io.claviger.iam.AccessKey;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Account;
import io.claviger.iam.AccountIds;
import io.claviger.iam.Attachment;
import io.claviger.iam.Group;
import io.claviger.iam.Membership;
import io.claviger.iam.Partition;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.User;
import io.claviger.iam.store.Transactions;
import io.claviger.iam.store.Writing;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Signs up for the deployment's account, as AWS advises: a root user with a password and no access keys; a group
 * {@value #GROUP} with AdministratorAccess; a user {@value #USER} in it, who holds the first access key.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/getting-started-account-iam.html">Prepare an
 *     administrative user</a>
 */
public final class SignUp {

    private static final String GROUP = "Administrators";
    private static final String USER = "Administrator";
    private static final String ADMINISTRATOR_ACCESS = "AdministratorAccess";

    private final Transactions store;
    private final Partition partition;
    private final InstantSource clock;
    private final UniqueIds uniqueIds;
    private final AccessKeyIds accessKeyIds;
    private final AccessKeySecrets secrets;
    private final AccountIds accountIds;

    /** Signs up in the given store, for an account in this partition. */
    public SignUp(
            Transactions store,
            Partition partition,
            InstantSource clock,
            UniqueIds uniqueIds,
            AccessKeyIds accessKeyIds,
            AccessKeySecrets secrets,
            SecureRandom random) {
        this.store = store;
        this.partition = partition;
        this.clock = clock;
        this.uniqueIds = uniqueIds;
        this.accessKeyIds = accessKeyIds;
        this.secrets = secrets;
        this.accountIds = new AccountIds(random);
    }

    /** The partition of the accounts that it makes. */
    public Partition partition() {
        return partition;
    }

    /**
     * What the person who signs up wants; what they do not say is random.
     *
     * @param accountId 12 digits
     * @param administratorKey the first access key, used as given
     * @param rootEmail the root user's address
     */
    public record Wishes(
            Optional<String> accountId,
            Optional<GivenKey> administratorKey,
            PasswordHash rootPassword,
            Optional<String> rootEmail) {

        /** Wishes of a root user who gives no address. */
        public Wishes(Optional<String> accountId, Optional<GivenKey> administratorKey, PasswordHash rootPassword) {
            this(accountId, administratorKey, rootPassword, Optional.empty());
        }

        /** Refuses an account ID that is none, and a key that looks like a temporary one. */
        public Wishes {
            if (accountId.filter(id -> !id.matches("[0-9]{12}")).isPresent()) {
                throw new IllegalArgumentException("an account ID has 12 digits");
            }
            if (administratorKey
                    .filter(key -> key.accessKeyId().startsWith(AccessKeyIds.TEMPORARY))
                    .isPresent()) {
                throw new IllegalArgumentException("only temporary keys begin with " + AccessKeyIds.TEMPORARY);
            }
        }
    }

    /** An access key that was made elsewhere. */
    public record GivenKey(String accessKeyId, String secretAccessKey) {

        private static final Pattern KEY_ID = Pattern.compile("[A-Z0-9]{16,128}");
        private static final Pattern SECRET = Pattern.compile("[!-~]{20,128}");

        /** What is wrong with an ID, to follow its name; empty if nothing is. */
        public static Optional<String> complaintOfId(String id) {
            if (!KEY_ID.matcher(id).matches()) {
                return Optional.of("must be 16 to 128 capital letters and digits, such as AKIAIOSFODNN7EXAMPLE");
            }
            return id.startsWith(AccessKeyIds.TEMPORARY)
                    ? Optional.of(
                            "must not begin with " + AccessKeyIds.TEMPORARY + ", which is how temporary keys begin")
                    : Optional.empty();
        }

        /** What is wrong with a secret, to follow its name; empty if nothing is. The secret is not repeated. */
        public static Optional<String> complaintOfSecret(String secret) {
            return SECRET.matcher(secret).matches()
                    ? Optional.empty()
                    : Optional.of("must be 20 to 128 printable ASCII characters without spaces");
        }

        @Override
        public String toString() {
            return "GivenKey[" + accessKeyId + "]";
        }
    }

    /**
     * What there is after signing up. The secret is not shown again.
     *
     * @param secretAccessKey the administrator's secret
     */
    public record SignedUp(String accountId, String accessKeyId, String secretAccessKey) {

        @Override
        public String toString() {
            return "SignedUp[" + accountId + ", " + accessKeyId + "]";
        }
    }

    /** Signs up if the deployment has no account yet, in one transaction; empty when it has one. */
    public Optional<SignedUp> ifEmpty(Wishes wishes) {
        return ifEmpty(wishes, _ -> {});
    }

    /**
     * The same, and hands over what there will be as the last step before it is committed.
     *
     * @param handOver what it throws is thrown on, and no account is made then
     */
    public Optional<SignedUp> ifEmpty(Wishes wishes, Consumer<SignedUp> handOver) {
        return store.write(writing -> {
            if (!writing.accounts().all().isEmpty()) {
                return Optional.empty();
            }
            SignedUp signedUp = signUp(writing, wishes);
            handOver.accept(signedUp);
            return Optional.of(signedUp);
        });
    }

    private SignedUp signUp(Writing writing, Wishes wishes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String accountId = wishes.accountId().orElseGet(accountIds::random);
        GivenKey key = wishes.administratorKey()
                .orElseGet(() -> new GivenKey(accessKeyIds.longTerm(accountId), accessKeyIds.secret()));
        Group group = new Group(accountId, uniqueIds.group(), GROUP, "/", now);
        User user = new User(accountId, uniqueIds.user(), USER, "/", now, null, List.of());
        Account account = new Account(accountId, now, wishes.rootPassword());
        writing.insert(wishes.rootEmail().map(account::withEmail).orElse(account));
        writing.insert(group);
        writing.insert(new Attachment(
                accountId, group.id(), partition.awsManagedPolicies() + ADMINISTRATOR_ACCESS, ADMINISTRATOR_ACCESS));
        writing.insert(user);
        writing.insert(new Membership(accountId, group.id(), user.id()));
        writing.insert(new AccessKey(
                accountId,
                key.accessKeyId(),
                user.id(),
                AccessKey.Status.ACTIVE,
                now,
                secrets.seal(key.accessKeyId(), key.secretAccessKey())));
        return new SignedUp(accountId, key.accessKeyId(), key.secretAccessKey());
    }
}
