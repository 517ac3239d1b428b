package io.claviger.operations.credential;

import io.claviger.access.AccessKeySecrets;
import io.claviger.access.KeyEnd;
import io.claviger.access.KeyUses;
import io.claviger.iam.AccessKey;
import io.claviger.iam.AccessKey.Status;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.KeyUse;
import io.claviger.iam.Quotas;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.request.Page;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;

/**
 * Access keys: create (the only answer that ever shows the secret), list, activate and deactivate, delete, and when one
 * was last used. Where no user is named, they are the caller's own, the root user's too.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html">Manage access keys
 *     for IAM users</a>
 */
public final class AccessKeys {

    /** What AWS says of a key that was never used. */
    private static final String NOT_APPLICABLE = "N/A";

    private final Quotas quotas;
    private final AccessKeyIds accessKeyIds;
    private final AccessKeySecrets secrets;
    private final KeyUses keyUses;

    /** Access keys within these quotas. */
    public AccessKeys(Quotas quotas, AccessKeyIds accessKeyIds, AccessKeySecrets secrets, KeyUses keyUses) {
        this.quotas = quotas;
        this.accessKeyIds = accessKeyIds;
        this.secrets = secrets;
        this.keyUses = keyUses;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:CreateAccessKey",
                        CreateAccessKeyRequest.class,
                        NamedUser.targetOrCaller(CreateAccessKeyRequest::userName),
                        this::create),
                Operation.on(
                        "iam:ListAccessKeys",
                        ListAccessKeysRequest.class,
                        NamedUser.targetOrCaller(ListAccessKeysRequest::userName),
                        this::list),
                Operation.on(
                        "iam:UpdateAccessKey",
                        UpdateAccessKeyRequest.class,
                        NamedUser.targetOrCaller(UpdateAccessKeyRequest::userName),
                        this::update),
                Operation.on(
                        "iam:DeleteAccessKey",
                        DeleteAccessKeyRequest.class,
                        NamedUser.targetOrCaller(DeleteAccessKeyRequest::userName),
                        this::delete),
                Operation.on(
                        "iam:GetAccessKeyLastUsed",
                        GetAccessKeyLastUsedRequest.class,
                        KeyOwner.ofKey(GetAccessKeyLastUsedRequest::accessKeyId),
                        this::lastUsed));
    }

    private CreateAccessKeyResponse create(Execution<CreateAccessKeyRequest> execution) {
        Call call = execution.call();
        CreateAccessKeyRequest request = execution.request();
        String secret = accessKeyIds.secret();
        String id = accessKeyIds.longTerm(call.accountId());
        return execution.write(writing -> {
            KeyOwner owner = KeyOwner.in(writing, call, request.userName());
            int quota = quotas.accessKeysPerUser();
            if (writing.keys().ofOwner(owner.id()).size() >= quota) {
                throw Refused.quota("AccessKeysPerUser", quota);
            }
            AccessKey key = new AccessKey(
                    call.accountId(),
                    id,
                    owner.id(),
                    Status.ACTIVE,
                    call.time().truncatedTo(ChronoUnit.SECONDS),
                    secrets.seal(id, secret));
            writing.insert(key);
            return CreateAccessKeyResponse.builder()
                    .accessKey(shape -> shape.userName(owner.name())
                            .accessKeyId(key.id())
                            .status(StatusType.ACTIVE)
                            .secretAccessKey(secret)
                            .createDate(key.createDate()))
                    .build();
        });
    }

    private ListAccessKeysResponse list(Execution<ListAccessKeysRequest> execution) {
        Call call = execution.call();
        ListAccessKeysRequest request = execution.request();
        return execution.read(reading -> {
            KeyOwner owner = KeyOwner.in(reading, call, request.userName());
            Page.Request asked = new Page.Request("keys of " + owner.id(), null, request.marker(), request.maxItems());
            String after = asked.slice().after();
            List<AccessKey> keys = reading.keys().ofOwner(owner.id()).stream()
                    .filter(key -> after == null || position(key).compareTo(after) > 0)
                    .toList();
            Page<AccessKey> page = asked.of(keys, AccessKeys::position);
            return ListAccessKeysResponse.builder()
                    .accessKeyMetadata(
                            page.map(key -> metadata(reading, call, owner, key)).items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }

    /** The key's place in the store's order, by creation and then ID: the text of a moment in seconds has one length. */
    private static String position(AccessKey key) {
        return key.createDate().truncatedTo(ChronoUnit.SECONDS) + "/" + key.id();
    }

    private static AccessKeyMetadata metadata(Reading reading, Call call, KeyOwner owner, AccessKey key) {
        return AccessKeyMetadata.builder()
                .userName(owner.name())
                .accessKeyId(key.id())
                .status(
                        KeyEnd.hasCome(reading, key, call.time())
                                ? StatusType.EXPIRED
                                : CredentialStatus.shown(key.status()))
                .createDate(key.createDate())
                .build();
    }

    private UpdateAccessKeyResponse update(Execution<UpdateAccessKeyRequest> execution) {
        Call call = execution.call();
        UpdateAccessKeyRequest request = execution.request();
        Status status = CredentialStatus.requested(request.status());
        execution.write(writing -> {
            AccessKey key = key(writing, KeyOwner.in(writing, call, request.userName()), request.accessKeyId());
            if (status == Status.ACTIVE && KeyEnd.hasCome(writing, key, call.time())) {
                throw Refused.validation("The access key " + key.id() + " has expired and cannot be made Active.");
            }
            if (key.status() != status) {
                writing.update(key.withStatus(status));
            }
            return key;
        });
        return UpdateAccessKeyResponse.builder().build();
    }

    private DeleteAccessKeyResponse delete(Execution<DeleteAccessKeyRequest> execution) {
        Call call = execution.call();
        DeleteAccessKeyRequest request = execution.request();
        execution.write(writing -> {
            AccessKey key = key(writing, KeyOwner.in(writing, call, request.userName()), request.accessKeyId());
            writing.delete(key);
            return key;
        });
        return DeleteAccessKeyResponse.builder().build();
    }

    private GetAccessKeyLastUsedResponse lastUsed(Execution<GetAccessKeyLastUsedRequest> execution) {
        Call call = execution.call();
        GetAccessKeyLastUsedRequest request = execution.request();
        Optional<KeyUse> use = execution.read(reading -> keyUses.last(reading, request.accessKeyId()));
        Optional<User> owner = execution.read(reading -> reading.users()
                .byId(reading.keys()
                        .byId(request.accessKeyId())
                        .filter(key -> key.accountId().equals(call.accountId()))
                        .orElseThrow(() -> noSuchKey(request.accessKeyId()))
                        .ownerId()));
        AccessKeyLastUsed lastUsed = use.map(known -> AccessKeyLastUsed.builder()
                        .lastUsedDate(known.date().truncatedTo(ChronoUnit.SECONDS))
                        .serviceName(known.service())
                        .region(known.region())
                        .build())
                .orElseGet(() -> AccessKeyLastUsed.builder()
                        .serviceName(NOT_APPLICABLE)
                        .region(NOT_APPLICABLE)
                        .build());
        return GetAccessKeyLastUsedResponse.builder()
                .userName(owner.map(User::name).orElse(null))
                .accessKeyLastUsed(lastUsed)
                .build();
    }

    private static AccessKey key(Reading reading, KeyOwner owner, String accessKeyId) {
        return reading.keys()
                .byId(accessKeyId)
                .filter(key -> key.ownerId().equals(owner.id()))
                .orElseThrow(() -> noSuchKey(accessKeyId));
    }

    private static Refused noSuchKey(String accessKeyId) {
        return Refused.noSuchEntity("The Access Key with id " + accessKeyId + " cannot be found.");
    }
}
