package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.EncodingType;
import software.amazon.awssdk.services.iam.model.SSHPublicKey;
import software.amazon.awssdk.services.iam.model.SSHPublicKeyMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;

class SshPublicKeysTest extends OnAWorkbench {

    @TempDir
    private Path directory;

    private KeyTools tools = new KeyTools(Path.of("."));

    @BeforeEach
    void createBob() {
        tools = new KeyTools(directory);
        createUsers("bob", "eve");
    }

    private SSHPublicKey upload(String user, String body) {
        return admin.uploadSSHPublicKey(upload -> upload.userName(user).sshPublicKeyBody(body))
                .sshPublicKey();
    }

    private String body(String id, EncodingType encoding) {
        return admin.getSSHPublicKey(
                        get -> get.userName("bob").sshPublicKeyId(id).encoding(encoding))
                .sshPublicKey()
                .sshPublicKeyBody();
    }

    @Test
    void aKeyIsUploadedAndShownInBothEncodings() {
        String text = tools.sshKey("key", "-t", "rsa", "-b", "2048");

        SSHPublicKey key = upload("BOB", text);

        assertThat(key.userName()).isEqualTo("bob");
        assertThat(key.sshPublicKeyId()).matches("APKA[A-Z2-7]{16}");
        assertThat(key.status()).isEqualTo(StatusType.ACTIVE);
        assertThat(key.uploadDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(key.sshPublicKeyBody()).as("as it was uploaded").isEqualTo(text);
        assertThat(key.fingerprint()).isEqualTo(tools.fingerprint("key"));
        assertThat(body(key.sshPublicKeyId(), EncodingType.SSH))
                .isEqualTo(text.replace(" her laptop", "").strip());
        assertThat(body(key.sshPublicKeyId(), EncodingType.PEM)).isEqualTo(tools.exported("key", "PKCS8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS8", "PEM"})
    void aKeyInPemIsTheSameKey(String form) {
        String text = tools.sshKey("key", "-t", "rsa", "-b", "3072");

        SSHPublicKey key = upload("bob", tools.exported("key", form));

        assertThat(key.sshPublicKeyBody()).isEqualTo(tools.exported("key", form));
        assertThat(key.fingerprint()).isEqualTo(tools.fingerprint("key"));
        assertThat(body(key.sshPublicKeyId(), EncodingType.SSH))
                .isEqualTo(text.replace(" her laptop", "").strip());
        assertRefused(() -> upload("bob", text), "DuplicateSSHPublicKey", "Duplicate SSH public key uploaded.");
        assertThat(upload("eve", text).fingerprint())
                .as("another user may have it too")
                .isEqualTo(key.fingerprint());
    }

    @Test
    void aShortKeyIsRefused() {
        String text = tools.sshKey("short", "-t", "rsa", "-b", "1024");

        assertRefused(() -> upload("bob", text), "InvalidPublicKey", "Invalid body for public key");
        assertRefused(
                () -> upload("bob", tools.exported("short", "PKCS8")),
                "InvalidPublicKey",
                "Invalid body for public key");
    }

    @Test
    void keysOfOtherKindsAreRefused() {
        for (String kind : List.of("ed25519", "ecdsa")) {
            String text = tools.sshKey(kind, "-t", kind);
            assertRefused(() -> upload("bob", text), "UnrecognizedPublicKeyEncoding", "Invalid public key uploaded.");
        }
        String elliptic = tools.exported("ecdsa", "PKCS8");
        assertRefused(() -> upload("bob", elliptic), "InvalidPublicKey", "Invalid body for public key");
        String certificate = tools.selfSigned("certificate").certificate();
        assertRefused(
                () -> upload("bob", certificate), "UnrecognizedPublicKeyEncoding", "Invalid public key uploaded.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a key",
                "ssh-rsa",
                "ssh-dss AAAA",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n%%\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PRIVATE KEY-----"
            })
    void whatIsNoKeyIsRefused(String text) {
        assertRefused(() -> upload("bob", text), "UnrecognizedPublicKeyEncoding", "Invalid public key uploaded.");
    }

    @Test
    void aDamagedKeyIsRefused() {
        String whole = tools.sshKey("key", "-t", "rsa", "-b", "2048").split(" ", 3)[1];
        Stream.of(
                        "%%%",
                        whole.substring(0, 40),
                        whole.substring(0, whole.length() - 4),
                        whole + "AAAA",
                        "AAAA",
                        "AAAAC3NzaC1yc2E=",
                        "/////w==")
                .forEach(damaged -> assertRefused(
                        () -> upload("bob", "ssh-rsa " + damaged), "InvalidPublicKey", "Invalid body for public key"));
        assertRefused(
                () -> upload("bob", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"),
                "InvalidPublicKey",
                "Invalid body for public key");
    }

    @Test
    void keysAreListedPageByPageDeactivatedAndDeleted() {
        String first = upload("bob", tools.sshKey("one", "-t", "rsa")).sshPublicKeyId();
        String second = upload("bob", tools.sshKey("two", "-t", "rsa")).sshPublicKeyId();
        admin.updateSSHPublicKey(
                update -> update.userName("bob").sshPublicKeyId(first).status(StatusType.INACTIVE));

        assertThat(admin.listSSHPublicKeysPaginator(list -> list.userName("bob").maxItems(1)).sshPublicKeys().stream())
                .containsExactlyInAnyOrder(metadata(first, StatusType.INACTIVE), metadata(second, StatusType.ACTIVE));
        assertRefused(
                () -> admin.updateSSHPublicKey(
                        update -> update.userName("bob").sshPublicKeyId(first).status("Expired")),
                "InvalidInput",
                "Operation does not support status Expired");

        admin.deleteSSHPublicKey(delete -> delete.userName("bob").sshPublicKeyId(first));
        assertThat(admin.listSSHPublicKeys(list -> list.userName("bob")).sshPublicKeys())
                .containsExactly(metadata(second, StatusType.ACTIVE));
    }

    private static SSHPublicKeyMetadata metadata(String id, StatusType status) {
        return SSHPublicKeyMetadata.builder()
                .userName("bob")
                .sshPublicKeyId(id)
                .status(status)
                .uploadDate(Workbench.START_SECOND)
                .build();
    }

    @Test
    void aUserHasFiveKeysAtMost() {
        for (int i = 0; i < 5; i++) {
            upload("bob", tools.sshKey("key" + i, "-t", "rsa", "-b", "2048"));
        }
        String sixth = tools.sshKey("sixth", "-t", "rsa", "-b", "2048");
        assertRefused(() -> upload("bob", sixth), "LimitExceeded", "Cannot exceed quota for SSHPublicKeysPerUser: 5");
    }

    @Test
    void aKeyThatIsNotThereOrAnothersIsRefused() {
        String id = upload("eve", tools.sshKey("key", "-t", "rsa")).sshPublicKeyId();
        String none = "APKAXXXXXXXXXXXXXXXXX";
        String cannotBeFound = "The Public Key with id " + none + " cannot be found.";

        assertRefused(() -> body(none, EncodingType.SSH), "NoSuchEntity", cannotBeFound);
        assertRefused(
                () -> admin.updateSSHPublicKey(
                        update -> update.userName("bob").sshPublicKeyId(none).status(StatusType.ACTIVE)),
                "NoSuchEntity",
                cannotBeFound);
        assertRefused(
                () -> admin.deleteSSHPublicKey(delete -> delete.userName("bob").sshPublicKeyId(none)),
                "NoSuchEntity",
                cannotBeFound);
        assertRefused(
                () -> admin.deleteSSHPublicKey(delete -> delete.userName("bob").sshPublicKeyId(id)),
                "NoSuchEntity",
                "User has no Public Key with id " + id + ".");
        assertRefused(() -> upload("nobody", "x"), "NoSuchEntity", "The user with name nobody cannot be found.");
    }

    @Test
    void aUserWithAKeyIsNotDeleted() {
        String id = upload("bob", tools.sshKey("key", "-t", "rsa")).sshPublicKeyId();
        assertRefused(
                () -> admin.deleteUser(delete -> delete.userName("bob")),
                "DeleteConflict",
                "Cannot delete entity, must remove referenced objects first.");
        admin.deleteSSHPublicKey(delete -> delete.userName("bob").sshPublicKeyId(id));
        admin.deleteUser(delete -> delete.userName("bob"));
    }

    @Test
    void aUserMayManageTheirOwnKeys() {
        Actor carol = bench.user("carol", Documents.allow("iam:*SSHPublicKey*", "arn:aws:iam::*:user/${aws:username}"));
        String text = tools.sshKey("key", "-t", "rsa");
        carol.iam().uploadSSHPublicKey(upload -> upload.userName("carol").sshPublicKeyBody(text));

        assertThat(carol.iam().listSSHPublicKeys().sshPublicKeys()).hasSize(1);
        Refusal.assertDenied(
                () -> carol.iam()
                        .uploadSSHPublicKey(upload -> upload.userName("bob").sshPublicKeyBody(text)),
                "User: " + ARN + "user/carol is not authorized to perform: iam:UploadSSHPublicKey on resource: user bob"
                        + " because no identity-based policy allows the iam:UploadSSHPublicKey action");
    }
}
