package io.claviger.operations.credential;

import io.claviger.iam.AccessKey.Status;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Quotas;
import io.claviger.iam.SshPublicKey;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.request.Page;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.DeleteSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteSshPublicKeyResponse;
import software.amazon.awssdk.services.iam.model.EncodingType;
import software.amazon.awssdk.services.iam.model.GetSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.GetSshPublicKeyResponse;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysRequest;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysResponse;
import software.amazon.awssdk.services.iam.model.SSHPublicKeyMetadata;
import software.amazon.awssdk.services.iam.model.UpdateSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateSshPublicKeyResponse;
import software.amazon.awssdk.services.iam.model.UploadSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.UploadSshPublicKeyResponse;

/**
 * Users' public keys for SSH: upload, look at, list, activate and deactivate, delete.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_ssh-keys.html">IAM credentials for
 *     CodeCommit</a>
 */
public final class SshPublicKeys {

    private final Quotas quotas;
    private final AccessKeyIds ids;

    /** Public keys within these quotas. */
    public SshPublicKeys(Quotas quotas, AccessKeyIds ids) {
        this.quotas = quotas;
        this.ids = ids;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:UploadSSHPublicKey",
                        UploadSshPublicKeyRequest.class,
                        NamedUser.target(UploadSshPublicKeyRequest::userName),
                        this::upload),
                Operation.on(
                        "iam:GetSSHPublicKey",
                        GetSshPublicKeyRequest.class,
                        NamedUser.target(GetSshPublicKeyRequest::userName),
                        SshPublicKeys::get),
                Operation.on(
                        "iam:ListSSHPublicKeys",
                        ListSshPublicKeysRequest.class,
                        NamedUser.targetOrCaller(ListSshPublicKeysRequest::userName),
                        SshPublicKeys::list),
                Operation.on(
                        "iam:UpdateSSHPublicKey",
                        UpdateSshPublicKeyRequest.class,
                        NamedUser.target(UpdateSshPublicKeyRequest::userName),
                        SshPublicKeys::update),
                Operation.on(
                        "iam:DeleteSSHPublicKey",
                        DeleteSshPublicKeyRequest.class,
                        NamedUser.target(DeleteSshPublicKeyRequest::userName),
                        SshPublicKeys::delete));
    }

    private UploadSshPublicKeyResponse upload(Execution<UploadSshPublicKeyRequest> execution) {
        Call call = execution.call();
        UploadSshPublicKeyRequest request = execution.request();
        return execution.write(writing -> {
            User user = NamedUser.in(writing, call, request.userName());
            RsaKeyText text = RsaKeyText.parse(request.sshPublicKeyBody());
            List<SshPublicKey> present = writing.sshPublicKeys().ofUser(user.id());
            if (present.stream().anyMatch(key -> key.body().equals(text.openSsh()))) {
                throw new Refused(ErrorCode.DUPLICATE_SSH_PUBLIC_KEY, "Duplicate SSH public key uploaded.");
            }
            int quota = quotas.credentials().sshPublicKeysPerUser();
            if (present.size() >= quota) {
                throw Refused.quota("SSHPublicKeysPerUser", quota);
            }
            SshPublicKey key = new SshPublicKey(
                    call.accountId(),
                    ids.publicKey(call.accountId()),
                    user.id(),
                    text.openSsh(),
                    text.fingerprint(),
                    Status.ACTIVE,
                    call.time().truncatedTo(ChronoUnit.SECONDS));
            writing.insert(key);
            // As it came, comment and all; later answers show what is kept.
            return UploadSshPublicKeyResponse.builder()
                    .sshPublicKey(shown(user, key, request.sshPublicKeyBody()))
                    .build();
        });
    }

    private static software.amazon.awssdk.services.iam.model.SSHPublicKey shown(
            User user, SshPublicKey key, String body) {
        return software.amazon.awssdk.services.iam.model.SSHPublicKey.builder()
                .userName(user.name())
                .sshPublicKeyId(key.id())
                .fingerprint(key.fingerprint())
                .sshPublicKeyBody(body)
                .status(CredentialStatus.shown(key.status()))
                .uploadDate(key.uploadDate())
                .build();
    }

    private static GetSshPublicKeyResponse get(Execution<GetSshPublicKeyRequest> execution) {
        GetSshPublicKeyRequest request = execution.request();
        return execution.read(reading -> {
            User user = NamedUser.in(reading, execution.call(), request.userName());
            SshPublicKey key = key(reading, user, request.sshPublicKeyId());
            String body = request.encoding() == EncodingType.PEM
                    ? RsaKeyText.parse(key.body()).pem()
                    : key.body();
            return GetSshPublicKeyResponse.builder()
                    .sshPublicKey(shown(user, key, body))
                    .build();
        });
    }

    private static ListSshPublicKeysResponse list(Execution<ListSshPublicKeysRequest> execution) {
        ListSshPublicKeysRequest request = execution.request();
        return execution.read(reading -> {
            KeyOwner owner = KeyOwner.in(reading, execution.call(), request.userName());
            Page<SshPublicKey> page = new Page.Request(
                            "public keys of " + owner.id(), null, request.marker(), request.maxItems())
                    .ofAll(reading.sshPublicKeys().ofUser(owner.id()), SshPublicKey::id);
            return ListSshPublicKeysResponse.builder()
                    .sshPublicKeys(page.map(key -> SSHPublicKeyMetadata.builder()
                                    .userName(owner.name())
                                    .sshPublicKeyId(key.id())
                                    .status(CredentialStatus.shown(key.status()))
                                    .uploadDate(key.uploadDate())
                                    .build())
                            .items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }

    private static UpdateSshPublicKeyResponse update(Execution<UpdateSshPublicKeyRequest> execution) {
        UpdateSshPublicKeyRequest request = execution.request();
        Status status = CredentialStatus.requested(request.status());
        return execution.write(writing -> {
            User user = NamedUser.in(writing, execution.call(), request.userName());
            SshPublicKey key = key(writing, user, request.sshPublicKeyId());
            if (key.status() != status) {
                writing.update(key.withStatus(status));
            }
            return UpdateSshPublicKeyResponse.builder().build();
        });
    }

    private static DeleteSshPublicKeyResponse delete(Execution<DeleteSshPublicKeyRequest> execution) {
        DeleteSshPublicKeyRequest request = execution.request();
        return execution.write(writing -> {
            User user = NamedUser.in(writing, execution.call(), request.userName());
            writing.delete(key(writing, user, request.sshPublicKeyId()));
            return DeleteSshPublicKeyResponse.builder().build();
        });
    }

    private static SshPublicKey key(Reading reading, User user, String id) {
        SshPublicKey key = reading.sshPublicKeys()
                .byId(id)
                .filter(found -> found.accountId().equals(user.accountId()))
                .orElseThrow(() -> Refused.noSuchEntity("The Public Key with id " + id + " cannot be found."));
        if (!key.userId().equals(user.id())) {
            throw Refused.noSuchEntity("User has no Public Key with id " + id + ".");
        }
        return key;
    }
}
