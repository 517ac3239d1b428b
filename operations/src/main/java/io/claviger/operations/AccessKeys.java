package io.claviger.operations;

import io.claviger.iam.AccessKey;
import io.claviger.iam.AccessKey.Status;
import io.claviger.iam.KeyUse;
import io.claviger.iam.User;
import io.claviger.iam.access.Principal.IamUser;
import io.claviger.iam.access.Principal.RootUser;
import io.claviger.iam.store.Reading;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
final class AccessKeys {

    /** What AWS tells of a key that was never used. */
    private static final String NOT_APPLICABLE = "N/A";

    private final Deployment deployment;

    AccessKeys(Deployment deployment) {
        this.deployment = deployment;
    }

    Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        CreateAccessKeyRequest.class,
                        (targets, call, request) -> targets.userOrSelf(call, request.userName()),
                        this::create),
                Operation.on(
                        ListAccessKeysRequest.class,
                        (targets, call, request) -> targets.userOrSelf(call, request.userName()),
                        this::list),
                Operation.on(
                        UpdateAccessKeyRequest.class,
                        (targets, call, request) -> targets.userOrSelf(call, request.userName()),
                        this::update),
                Operation.on(
                        DeleteAccessKeyRequest.class,
                        (targets, call, request) -> targets.userOrSelf(call, request.userName()),
                        this::delete),
                Operation.on(
                        GetAccessKeyLastUsedRequest.class,
                        (targets, call, request) -> targets.ownerOf(call, request.accessKeyId()),
                        this::lastUsed));
    }

    /**
     * Whose keys a request is about.
     *
     * @param name absent for the root user, who has none
     */
    private record Owner(String id, @Nullable String name) {}

    private static Owner owner(Reading reading, Call call, @Nullable String userName) {
        if (userName != null) {
            return owner(Named.user(reading, call, userName));
        }
        return switch (call.caller().principal()) {
            case RootUser root -> new Owner(root.accountId(), null);
            // Whoever was deleted while their request was on its way is not there any more.
            case IamUser self ->
                reading.users()
                        .byId(self.userId())
                        .map(AccessKeys::owner)
                        .orElseThrow(() -> Named.noSuchUser(self.user().name()));
        };
    }

    private static Owner owner(User user) {
        return new Owner(user.id(), user.name());
    }

    private CreateAccessKeyResponse create(Call call, CreateAccessKeyRequest request) {
        String secret = deployment.accessKeyIds().secret();
        String id = deployment.accessKeyIds().longTerm(call.accountId());
        var sealed = deployment.secrets().seal(id, secret);
        return deployment.store().write(writing -> {
            Owner owner = owner(writing, call, request.userName());
            int quota = deployment.quotas().accessKeysPerUser();
            if (writing.keys().ofOwner(owner.id()).size() >= quota) {
                throw Refused.quota("AccessKeysPerUser", quota);
            }
            AccessKey key = new AccessKey(
                    call.accountId(),
                    id,
                    owner.id(),
                    Status.ACTIVE,
                    call.time().truncatedTo(ChronoUnit.SECONDS),
                    sealed);
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

    private ListAccessKeysResponse list(Call call, ListAccessKeysRequest request) {
        return deployment.store().read(reading -> {
            Owner owner = owner(reading, call, request.userName());
            Page.Request asked = new Page.Request("keys of " + owner.id(), null, request.marker(), request.maxItems());
            String after = asked.slice().after();
            List<AccessKey> keys = reading.keys().ofOwner(owner.id()).stream()
                    .filter(key -> after == null || position(key).compareTo(after) > 0)
                    .toList();
            Page<AccessKey> page = asked.of(keys, AccessKeys::position);
            return ListAccessKeysResponse.builder()
                    .accessKeyMetadata(page.map(key -> metadata(owner, key)).items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }

    /** The key's place in the store's order, by creation and then ID: the text of a moment in seconds has one length. */
    private static String position(AccessKey key) {
        return key.createDate().truncatedTo(ChronoUnit.SECONDS) + "/" + key.id();
    }

    private static AccessKeyMetadata metadata(Owner owner, AccessKey key) {
        return AccessKeyMetadata.builder()
                .userName(owner.name())
                .accessKeyId(key.id())
                .status(
                        switch (key.status()) {
                            case ACTIVE -> StatusType.ACTIVE;
                            case INACTIVE -> StatusType.INACTIVE;
                        })
                .createDate(key.createDate())
                .build();
    }

    private UpdateAccessKeyResponse update(Call call, UpdateAccessKeyRequest request) {
        Status status = switch (request.status()) {
            case ACTIVE -> Status.ACTIVE;
            case INACTIVE -> Status.INACTIVE;
            // AWS sets this status itself, on keys that time out; nobody can ask for it.
            case EXPIRED, UNKNOWN_TO_SDK_VERSION ->
                throw Refused.validation(
                        "An access key can be made Active or Inactive, not " + request.statusAsString() + ".");
        };
        deployment.store().write(writing -> {
            AccessKey key = key(writing, owner(writing, call, request.userName()), request.accessKeyId());
            if (key.status() != status) {
                writing.update(key.withStatus(status));
            }
            return key;
        });
        return UpdateAccessKeyResponse.builder().build();
    }

    private DeleteAccessKeyResponse delete(Call call, DeleteAccessKeyRequest request) {
        deployment.store().write(writing -> {
            AccessKey key = key(writing, owner(writing, call, request.userName()), request.accessKeyId());
            writing.delete(key);
            return key;
        });
        return DeleteAccessKeyResponse.builder().build();
    }

    private GetAccessKeyLastUsedResponse lastUsed(Call call, GetAccessKeyLastUsedRequest request) {
        Optional<KeyUse> use = deployment.keyUses().last(request.accessKeyId());
        Optional<User> owner = deployment
                .store()
                .read(reading -> reading.users()
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

    private static AccessKey key(Reading reading, Owner owner, String accessKeyId) {
        return reading.keys()
                .byId(accessKeyId)
                .filter(key -> key.ownerId().equals(owner.id()))
                .orElseThrow(() -> noSuchKey(accessKeyId));
    }

    private static Refused noSuchKey(String accessKeyId) {
        return Refused.noSuchEntity("The Access Key with id " + accessKeyId + " cannot be found.");
    }
}
