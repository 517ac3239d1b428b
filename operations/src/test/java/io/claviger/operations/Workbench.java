package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.AccessKey;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Account;
import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.Entity;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.Quotas;
import io.claviger.iam.Sealing;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.User;
import io.claviger.iam.access.AccessKeySecrets;
import io.claviger.iam.access.Caller;
import io.claviger.iam.access.Callers;
import io.claviger.iam.access.Callers.Authenticator;
import io.claviger.iam.access.Credential;
import io.claviger.iam.access.Credential.Origin;
import io.claviger.iam.access.KeyUses;
import io.claviger.iam.access.SessionTokens;
import io.claviger.iam.access.SessionTokens.Session;
import io.claviger.iam.store.FreshCache;
import io.claviger.iam.store.Store;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sealing.TinkSealing;
import io.claviger.storage.sqlite.SqliteMemory;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    final SignUp.SignedUp signedUp;

    private final SecureRandom random = new SecureRandom();
    private final Callers callers;
    private final FreshCache<String, Authenticator> cache;
    private Instant now = START;
    private Circumstances circumstances = Circumstances.USUAL;

    Workbench() {
        this(Quotas.AWS);
    }

    Workbench(Quotas quotas) {
        Sealing sealing = TinkSealing.ephemeral();
        deployment = new Deployment(
                store,
                () -> now,
                new UniqueIds(random),
                new AccessKeyIds(random),
                new AccessKeySecrets(sealing),
                new SessionTokens(sealing),
                new KeyUses(store),
                quotas,
                100);
        catalog = new Catalog(deployment);
        callers = new Callers(store, deployment.secrets(), deployment.tokens());
        cache = new FreshCache<>(store.changes(), 100);
        signedUp = new SignUp(deployment, random)
                .ifEmpty(new SignUp.Wishes(Optional.of(ACCOUNT), Optional.empty(), new PasswordHash("$argon2id$…")))
                .orElseThrow();
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
        String policyArn = Arns.AWS_MANAGED_POLICY + "AdministratorAccess";
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
    void under(Circumstances other) {
        circumstances = other;
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
        Caller caller = caller(actor.accessKeyId(), actor.sessionToken())
                .orElseThrow(() -> new Refusal(ErrorCode.INVALID_CLIENT_TOKEN_ID, "nobody has this key"));
        Operation<?> operation = catalog.all().stream()
                .filter(row -> row.requestClass().isInstance(request))
                .findAny()
                .orElseThrow();
        return call(circumstances.call(caller, now), operation, request, between);
    }

    private <Q extends AwsRequest> AwsResponse call(
            Call call, Operation<Q> operation, AwsRequest request, Runnable between) {
        try {
            return switch (catalog.gate()
                    .admit(call, operation, operation.requestClass().cast(request))) {
                case Denied denied -> throw new Refusal(denied.code(), denied.message());
                case Permit permit -> {
                    between.run();
                    yield permit.execute();
                }
            };
        } catch (Refused refused) {
            assertThat(Models.allow(operation, refused.code()))
                    .as("%s answers with %s", operation.name(), refused.code())
                    .isTrue();
            throw new Refusal(refused.code(), refused.reason());
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
