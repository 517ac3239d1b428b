package io.claviger.server.upkeep;

import io.claviger.access.AccessKeySecrets;
import io.claviger.iam.AccessKey;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Account;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.Quotas;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.organization.NewAccounts;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditEvent.Action;
import io.claviger.server.audit.AuditEvent.Kind;
import io.claviger.server.audit.AuditedIdentity;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.composition.HomeRegion;
import io.claviger.storage.commit.SqlStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * New credentials for the account of a store that no server holds, by someone at the machine. Each is handed over and
 * audited before it is committed; if that fails, nothing is changed.
 */
final class Recovery {

    private final SqlStore store;
    private final Instant now;
    private final Optional<String> accountId;
    private final HomeRegion home;
    private final Consumer<AuditEvent> audit;

    /**
     * Recovers in a store.
     *
     * @param accountId the account whose credentials are lost; empty for the one that manages the others
     * @param home of the server
     */
    Recovery(SqlStore store, Instant now, Optional<String> accountId, HomeRegion home, Consumer<AuditEvent> audit) {
        this.store = store;
        this.now = now;
        this.accountId = accountId;
        this.home = home;
        this.audit = audit;
    }

    /** An access key whose secret is shown once. */
    record NewKey(String id, String secret) {

        @Override
        public String toString() {
            return "NewKey[" + id + "]";
        }
    }

    /** Replaces the root user's password, and takes the root user's MFA devices away, which may be lost as well. */
    void rootPassword(PasswordHash password, Consumer<String> handOver) {
        boolean _ = store.write(writing -> {
            Account account = account(writing);
            writing.update(account.withRootPassword(password));
            writing.mfaDevices().totpOf(account.accountId()).forEach(device -> writing.update(device.used(null)));
            writing.mfaDevices().fidoOf(account.accountId()).forEach(writing::delete);
            handOver.accept(account.accountId());
            audit.accept(event(
                    account,
                    new Action(
                            "signin.amazonaws.com",
                            Kind.SIGN_IN,
                            "PasswordRecoveryCompleted",
                            home.name(),
                            AuditEvent.NOTHING),
                    new AuditEvent.Outcome.Done(AuditEvent.NOTHING)));
            return true;
        });
    }

    /** Makes an access key for a user who has fewer than the quota. */
    void accessKey(String userName, Consumer<NewKey> handOver) {
        AccessKeyIds ids = new AccessKeyIds(new SecureRandom());
        boolean _ = store.write(writing -> {
            Account account = account(writing);
            User user = writing.users()
                    .named(account.accountId(), userName)
                    .orElseThrow(() -> new UnusableSetting("there is no user " + userName));
            if (writing.keys().ofOwner(user.id()).size() >= Quotas.AWS.accessKeysPerUser()) {
                throw new UnusableSetting("the user " + userName + " has " + Quotas.AWS.accessKeysPerUser()
                        + " access keys, and cannot have more: recover root's password instead, sign in as root, and"
                        + " delete one of them");
            }
            NewKey key = new NewKey(ids.longTerm(account.accountId()), ids.secret());
            writing.insert(new AccessKey(
                    account.accountId(),
                    key.id(),
                    user.id(),
                    AccessKey.Status.ACTIVE,
                    now,
                    new AccessKeySecrets(store.sealing()).seal(key.id(), key.secret())));
            handOver.accept(key);
            Map<String, Object> made = Map.of("accessKeyId", key.id(), "userName", user.name(), "status", "Active");
            audit.accept(event(
                    account,
                    new Action(
                            "iam.amazonaws.com",
                            Kind.API_CALL,
                            "CreateAccessKey",
                            home.name(),
                            () -> Map.of("userName", user.name())),
                    new AuditEvent.Outcome.Done(() -> Map.of("accessKey", made))));
            return true;
        });
    }

    private Account account(Reading reading) {
        if (accountId.isPresent()) {
            return reading.accounts()
                    .byId(accountId.get())
                    .orElseThrow(() -> new UnusableSetting("there is no account " + accountId.get()));
        }
        return NewAccounts.management(reading)
                .orElseThrow(() -> new UnusableSetting("there is no account yet: the next start makes one"));
    }

    private AuditEvent event(Account account, Action action, AuditEvent.Outcome outcome) {
        return new AuditEvent(
                now,
                AuditedIdentity.rootSigningIn(account.accountId(), account.rootArn(home.partition())),
                action,
                new AuditEvent.Origin("127.0.0.1", "claviger recover", null, false, null),
                outcome,
                UUID.randomUUID().toString());
    }
}
