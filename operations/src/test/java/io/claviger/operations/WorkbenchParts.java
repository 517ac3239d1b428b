package io.claviger.operations;

import io.claviger.access.AccessKeySecrets;
import io.claviger.access.ActionUses;
import io.claviger.access.AuthorizationMessages;
import io.claviger.access.Authorizer;
import io.claviger.access.Callers;
import io.claviger.access.Callers.Authenticator;
import io.claviger.access.KeyUses;
import io.claviger.access.RoleUses;
import io.claviger.access.ServerCertificateKeys;
import io.claviger.access.SessionTokens;
import io.claviger.access.mfa.MfaCodes;
import io.claviger.access.mfa.MfaSeeds;
import io.claviger.access.password.PasswordChecks;
import io.claviger.access.password.Passwords;
import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Partition;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.Quotas;
import io.claviger.iam.Sealing;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.FreshCache;
import io.claviger.iam.store.Store;
import io.claviger.operations.account.SignUp;
import io.claviger.operations.federation.SamlKeyRing;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.issuer.IssuerKeys;
import io.claviger.operations.issuer.IssuerUrls;
import io.claviger.operations.role.RoleDeletions;
import io.claviger.storage.commit.Database;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sealing.TinkSealing;
import io.claviger.storage.sqlite.SqliteMemory;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a workbench is made of: a store in memory, a catalog, a gate, a clock, and an account that somebody has signed up for. */
abstract class WorkbenchParts implements AutoCloseable {

    static final String ACCOUNT = "123456789012";
    static final String OTHER_ACCOUNT = "999999999999";
    static final Instant START = Instant.parse("2026-11-22T10:00:00.123456Z");
    static final Instant START_SECOND = Instant.parse("2026-11-22T10:00:00Z");

    final Database database;
    final Store store;
    final Deployment deployment;
    final Catalog catalog;
    final Gate gate;
    final SignUp.SignedUp signedUp;

    final Partition partition;
    private final SecureRandom random = new SecureRandom();
    final Callers callers;
    final FreshCache<String, Authenticator> cache;
    Instant now = START;
    Peer peer = Peer.USUAL;
    private @Nullable List<Runnable> held;

    WorkbenchParts() {
        this(Quotas.AWS);
    }

    WorkbenchParts(Quotas quotas) {
        this(quotas, Partition.AWS);
    }

    WorkbenchParts(OpenIdConnect.Settings openIdConnect) {
        this(Quotas.AWS, Partition.AWS, openIdConnect, new SqliteMemory());
    }

    WorkbenchParts(Quotas quotas, Partition partition) {
        this(quotas, partition, OpenIdConnect.Settings.USUAL, new SqliteMemory());
    }

    WorkbenchParts(Database database) {
        this(Quotas.AWS, Partition.AWS, OpenIdConnect.Settings.USUAL, database);
    }

    private WorkbenchParts(Quotas quotas, Partition partition, OpenIdConnect.Settings settings, Database database) {
        this.database = database;
        store = SqlStore.open(database, new SealingKey.Ephemeral());
        OpenIdConnect openIdConnect = new OpenIdConnect(settings);
        this.partition = partition;
        Sealing sealing = TinkSealing.ephemeral();
        UniqueIds uniqueIds = new UniqueIds(random);
        AccessKeyIds accessKeyIds = new AccessKeyIds(random);
        Passwords passwords = new Passwords();
        MfaSeeds mfaSeeds = new MfaSeeds(sealing, random);
        AccessKeySecrets secrets = new AccessKeySecrets(sealing);
        deployment = new Deployment(
                uniqueIds,
                accessKeyIds,
                secrets,
                new ServerCertificateKeys(sealing),
                new SessionTokens(sealing),
                new AuthorizationMessages(sealing),
                new KeyUses(store),
                new RoleUses(store),
                new ActionUses(store),
                new RoleDeletions(store, Runnable::run),
                new SamlKeyRing(uniqueIds, sealing),
                passwords,
                new PasswordChecks(passwords),
                new IssuerUrls(URI.create("https://iam.example.com")),
                new IssuerKeys(sealing),
                mfaSeeds,
                new MfaCodes(mfaSeeds),
                this::doOrHold,
                quotas,
                openIdConnect);
        Authorizer authorizer = new Authorizer();
        EntityView.Latest latest = new EntityView.Latest(store, store.changes(), 100);
        catalog = new Catalog(deployment, authorizer, latest);
        gate = new Gate(authorizer, latest, store);
        callers = new Callers(store, deployment.secrets(), deployment.tokens(), partition);
        cache = new FreshCache<>(store.changes(), 100);
        signedUp = signUp(store)
                .ifEmpty(new SignUp.Wishes(Optional.of(ACCOUNT), Optional.empty(), new PasswordHash("$argon2id$…")))
                .orElseThrow();
    }

    /** Signs up in a store, with what this deployment is made of. */
    SignUp signUp(Store other) {
        return new SignUp(
                other,
                partition,
                () -> now,
                deployment.uniqueIds(),
                deployment.accessKeyIds(),
                deployment.secrets(),
                random);
    }

    /** From now on, requests come under other circumstances. */
    void under(Peer other) {
        peer = other;
    }

    /** From now on, what is to be done in the background waits until it is released; otherwise it is done at once. */
    void holdBackground() {
        held = new ArrayList<>();
    }

    /** What waits in the background is done. */
    void releaseBackground() {
        List<Runnable> works = Objects.requireNonNull(held);
        held = null;
        works.forEach(Runnable::run);
    }

    /** Of what waits in the background, the first work is done, and the rest waits. */
    void stepBackground() {
        Objects.requireNonNull(held).removeFirst().run();
    }

    private void doOrHold(Runnable work) {
        if (held == null) {
            work.run();
        } else {
            held.add(work);
        }
    }

    /** Lets time pass. */
    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void close() {
        store.close();
    }
}
