package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.AccessKeySecrets;
import io.claviger.access.ActionUses;
import io.claviger.access.AuthorizationMessages;
import io.claviger.access.Authorizer;
import io.claviger.access.Caller;
import io.claviger.access.Callers;
import io.claviger.access.Callers.Authenticator;
import io.claviger.access.Credential;
import io.claviger.access.Credential.Origin;
import io.claviger.access.KeyUses;
import io.claviger.access.RoleUses;
import io.claviger.access.ServerCertificateKeys;
import io.claviger.access.SessionTokens;
import io.claviger.access.SessionTokens.Session;
import io.claviger.access.mfa.MfaCodes;
import io.claviger.access.mfa.MfaSeeds;
import io.claviger.access.password.PasswordChecks;
import io.claviger.access.password.Passwords;
import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.iam.AccessKey;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Account;
import io.claviger.iam.Attachment;
import io.claviger.iam.Entity;
import io.claviger.iam.Partition;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.Quotas;
import io.claviger.iam.Sealing;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.User;
import io.claviger.iam.store.FreshCache;
import io.claviger.iam.store.RoleDeletions;
import io.claviger.iam.store.Store;
import io.claviger.operations.account.SignUp;
import io.claviger.operations.federation.SamlKeyRing;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Denied;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Permit;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.issuer.IssuerKeys;
import io.claviger.operations.issuer.IssuerUrls;
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
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * A deployment with one account, in a real store in memory: all that a request goes through between its signature and
 * its answer. Callers are found through a cache that is kept, as a server does, so that stale answers would show.
 */
final class Workbench implements AutoCloseable {

    static final String ACCOUNT = "123456789012";
    static final String OTHER_ACCOUNT = "999999999999";
    static final Instant START = Instant.parse("2026-11-22T10:00:00.123456Z");
    static final Instant START_SECOND = Instant.parse("2026-11-22T10:00:00Z");

    final Store store = SqlStore.open(new SqliteMemory(), new SealingKey.Ephemeral());
    final Deployment deployment;
    final Catalog catalog;
    final Gate gate;
    final SignUp.SignedUp signedUp;

    private final Partition partition;
    private final SecureRandom random = new SecureRandom();
    private final Callers callers;
    private final FreshCache<String, Authenticator> cache;
    private Instant now = START;
    private Peer peer = Peer.USUAL;
    private @Nullable List<Runnable> held;

    Workbench() {
        this(Quotas.AWS);
    }

    Workbench(Quotas quotas) {
        this(quotas, Partition.AWS);
    }

    Workbench(OpenIdConnect.Settings openIdConnect) {
        this(Quotas.AWS, Partition.AWS, openIdConnect);
    }

    Workbench(Quotas quotas, Partition partition) {
        this(quotas, partition, OpenIdConnect.Settings.USUAL);
    }

    private Workbench(Quotas quotas, Partition partition, OpenIdConnect.Settings settings) {
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
        EntityView latest = new EntityView.Latest(store, store.changes(), 100);
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

    /** The user that signing up made. */
    Actor administrator() {
        return withKey(signedUp.accessKeyId());
    }

    /** The administrator's IAM. */
    IamClient admin() {
        return administrator().iam();
    }

    /** The root user, signed in with the password. */
    Actor root() {
        return signedIn(ACCOUNT, Origin.SIGN_IN);
    }

    /** Whoever holds a long-term key. */
    Actor withKey(String accessKeyId) {
        return new Actor(this, accessKeyId, null);
    }

    /** A new user with these inline policies and an access key. */
    Actor user(String name, String... documents) {
        admin().createUser(create -> create.userName(name));
        for (int i = 0; i < documents.length; i++) {
            String policyName = "policy-" + i;
            String document = documents[i];
            admin().putUserPolicy(
                            put -> put.userName(name).policyName(policyName).policyDocument(document));
        }
        return keyOf(name);
    }

    /** A user that exists, with a new access key. */
    Actor keyOf(String userName) {
        return withKey(admin().createAccessKey(create -> create.userName(userName))
                .accessKey()
                .accessKeyId());
    }

    /** A user or account, by unique ID, with a new temporary key. */
    Actor signedIn(String ownerId, Origin origin) {
        Credential.Temporary credential = new Credential.Temporary(
                deployment.accessKeyIds().temporary(ACCOUNT), origin, START_SECOND, now.plus(Duration.ofHours(1)));
        String token = deployment.tokens().issue(new Session(credential, ownerId, "secret"));
        return new Actor(this, credential.accessKeyId(), token);
    }

    /** An administrator of another account of the same store. */
    Actor otherAdministrator() {
        User user = new User(OTHER_ACCOUNT, "AIDAOTHER", "Administrator", "/", START_SECOND, null, List.of());
        String policyArn = Partition.AWS.awsManagedPolicies() + "AdministratorAccess";
        String keyId = deployment.accessKeyIds().longTerm(OTHER_ACCOUNT);
        insert(
                new Account(OTHER_ACCOUNT, START_SECOND, new PasswordHash("$argon2id$…")),
                user,
                new Attachment(OTHER_ACCOUNT, user.id(), policyArn, "AdministratorAccess"),
                key(OTHER_ACCOUNT, keyId, user.id()));
        return withKey(keyId);
    }

    AccessKey key(String accountId, String keyId, String ownerId) {
        return new AccessKey(
                accountId,
                keyId,
                ownerId,
                AccessKey.Status.ACTIVE,
                START_SECOND,
                deployment.secrets().seal(keyId, "secret"));
    }

    /** Writes entities as they are. */
    void insert(Entity... entities) {
        store.write(writing -> {
            List.of(entities).forEach(writing::insert);
            return entities.length;
        });
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

    Instant now() {
        return now;
    }

    /** Who is behind a key, if anybody is now. */
    Optional<Caller> caller(String accessKeyId, @Nullable String sessionToken) {
        return cache.get(
                        accessKeyId + " " + sessionToken,
                        _ -> sessionToken == null
                                ? callers.byAccessKey(accessKeyId)
                                : callers.bySessionToken(accessKeyId, sessionToken))
                .map(Authenticator::caller);
    }

    /** Has a request done, or throws its refusal, whose code must be one that AWS declares for the operation. */
    AwsResponse call(Actor actor, AwsRequest request) {
        return call(actor, request, () -> {});
    }

    /** The same, with something happening between the gate's judgement and the execution. */
    AwsResponse call(Actor actor, AwsRequest request, Runnable between) {
        Operation<?> operation = catalog.all().stream()
                .filter(row -> row.requestClass().isInstance(request))
                .findAny()
                .orElseThrow();
        return call(actor, operation, request, between);
    }

    /** The same, by an operation that need not stand in the catalog. */
    AwsResponse call(Actor actor, Operation<?> operation, AwsRequest request, Runnable between) {
        Caller caller = caller(actor.accessKeyId(), actor.sessionToken())
                .orElseThrow(
                        () -> new Refusal(operation.name(), ErrorCode.INVALID_CLIENT_TOKEN_ID, "nobody has this key"));
        return call(peer.call(caller, now), operation, request, between);
    }

    /** Has a request done that nobody signed. */
    AwsResponse callUnsigned(AwsRequest request) {
        return callUnsigned(request, () -> {});
    }

    /** The same, with something happening between the gate's judgement and the execution. */
    AwsResponse callUnsigned(AwsRequest request, Runnable between) {
        Operation<?> operation = catalog.all().stream()
                .filter(row -> row.requestClass().isInstance(request))
                .findAny()
                .orElseThrow();
        return callUnsigned(operation, request, between);
    }

    private <Q extends AwsRequest> AwsResponse callUnsigned(
            Operation<Q> operation, AwsRequest request, Runnable between) {
        Call call;
        try {
            call = gate.prove(
                    peer.circumstances(now), operation, operation.requestClass().cast(request));
        } catch (Refused refused) {
            throw refusal(operation, refused);
        }
        return call(call, operation, request, between);
    }

    private static Refusal refusal(Operation<?> operation, Refused refused) {
        assertThat(Models.allow(operation, refused.code()))
                .as("%s answers with %s", operation.name(), refused.code())
                .isTrue();
        return new Refusal(operation.name(), refused.code(), refused.reason());
    }

    private <Q extends AwsRequest> AwsResponse call(
            Call call, Operation<Q> operation, AwsRequest request, Runnable between) {
        if (!operation.provesItself()) {
            deployment.actionUses().record(call.caller(), operation.service(), operation.name(), now, peer.region());
        }
        try {
            return switch (gate.admit(call, operation, operation.requestClass().cast(request))) {
                case Denied denied -> throw new Refusal(operation.name(), denied.code(), denied.message());
                case Permit permit -> {
                    between.run();
                    AwsResponse response = permit.execute();
                    Reached.answer(operation, response);
                    yield response;
                }
            };
        } catch (Refused refused) {
            throw refusal(operation, refused);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
