package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Caller;
import io.claviger.access.Callers.Authenticator;
import io.claviger.access.Credential;
import io.claviger.access.Credential.Origin;
import io.claviger.access.Session;
import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.Attachment;
import io.claviger.iam.Entity;
import io.claviger.iam.Partition;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.Quotas;
import io.claviger.iam.User;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Denied;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Permit;
import io.claviger.operations.gate.Refused;
import io.claviger.storage.commit.Database;
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
final class Workbench extends WorkbenchParts {
    Workbench() {
        super();
    }

    Workbench(Quotas quotas) {
        super(quotas);
    }

    Workbench(OpenIdConnect.Settings openIdConnect) {
        super(openIdConnect);
    }

    Workbench(Database database) {
        super(database);
    }

    Workbench(Quotas quotas, Partition partition) {
        super(quotas, partition);
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
                    AwsResponse response = Sent.whole(permit.execute());
                    Reached.answer(operation, response);
                    yield response;
                }
            };
        } catch (Refused refused) {
            throw refusal(operation, refused);
        }
    }
}
