package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Credential.Origin;
import io.claviger.iam.KeyUse;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.StatusType;

class AccessKeysTest extends OnAWorkbench {

    @Test
    void aNewKeyIsAnsweredWithItsSecretAndNeverShownWithItAgain() {
        createUsers("Bob");

        AccessKey key = admin.createAccessKey(create -> create.userName("bob")).accessKey();

        assertThat(key.userName()).isEqualTo("Bob");
        assertThat(key.accessKeyId()).matches("AKIA[A-Z2-7]{16}");
        assertThat(key.secretAccessKey()).matches("[A-Za-z0-9+/]{40}");
        assertThat(key.status()).isEqualTo(StatusType.ACTIVE);
        assertThat(key.createDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(keys("bob").toString()).doesNotContain(key.secretAccessKey());
        assertThat(lastUsed(key.accessKeyId()).toString()).doesNotContain(key.secretAccessKey());
        assertThat(bench.store
                        .read(reading -> reading.keys().byId(key.accessKeyId()))
                        .toString())
                .doesNotContain(key.secretAccessKey());
    }

    @Test
    void keysAreListedWithTheirStatus() {
        createUsers("bob");
        String keyId = newKey("bob");
        admin.updateAccessKey(
                update -> update.userName("bob").accessKeyId(keyId).status(StatusType.INACTIVE));

        assertThat(keys("BOB").accessKeyMetadata())
                .containsExactly(AccessKeyMetadata.builder()
                        .userName("bob")
                        .accessKeyId(keyId)
                        .status(StatusType.INACTIVE)
                        .createDate(Workbench.START_SECOND)
                        .build());
    }

    @Test
    void aUserHasTwoKeysAtMostActiveOrNot() {
        createUsers("bob");
        String first = newKey("bob");
        newKey("bob");
        admin.updateAccessKey(
                update -> update.userName("bob").accessKeyId(first).status(StatusType.INACTIVE));

        assertRefused(() -> newKey("bob"), "LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2");
        admin.deleteAccessKey(delete -> delete.userName("bob").accessKeyId(first));
        newKey("bob");
        assertThat(keys("bob").accessKeyMetadata()).hasSize(2);
    }

    @Test
    void withoutANameTheKeysAreTheCallersOwn() {
        IamClient bob = bench.user("bob", Documents.ALLOW_ALL).iam();

        String keyId = bob.createAccessKey().accessKey().accessKeyId();
        assertThat(bob.listAccessKeys().accessKeyMetadata())
                .extracting(AccessKeyMetadata::userName)
                .containsExactly("bob", "bob");
        bob.updateAccessKey(update -> update.accessKeyId(keyId).status(StatusType.INACTIVE));
        bob.deleteAccessKey(delete -> delete.accessKeyId(keyId));
        assertThat(bob.listAccessKeys().accessKeyMetadata()).hasSize(1);
    }

    @Test
    void theRootUserHasKeysOfItsOwnThatNameNoUser() {
        IamClient root = bench.root().iam();

        AccessKey key = root.createAccessKey().accessKey();
        root.createAccessKey();

        assertThat(key.userName()).isNull();
        assertThat(root.listAccessKeys().accessKeyMetadata())
                .hasSize(2)
                .extracting(AccessKeyMetadata::userName)
                .containsOnlyNulls();
        assertRefused(root::createAccessKey, "LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2");
        assertThat(bench.withKey(key.accessKeyId()).iam().getUser().user().arn())
                .isEqualTo(ARN + "root");
        assertThat(lastUsed(key.accessKeyId()).userName()).isNull();
        root.deleteAccessKey(delete -> delete.accessKeyId(key.accessKeyId()));
        assertThat(root.listAccessKeys().accessKeyMetadata()).hasSize(1);
    }

    @Test
    void aKeyIsFoundWithItsOwnerOnly() {
        createUsers("bob", "eve");
        String keyId = newKey("bob");
        String text = "The Access Key with id " + keyId + " cannot be found.";

        assertRefused(
                () -> admin.deleteAccessKey(delete -> delete.userName("eve").accessKeyId(keyId)), "NoSuchEntity", text);
        assertRefused(() -> admin.deleteAccessKey(delete -> delete.accessKeyId(keyId)), "NoSuchEntity", text);
        assertRefused(
                () -> admin.updateAccessKey(
                        update -> update.userName("eve").accessKeyId(keyId).status(StatusType.INACTIVE)),
                "NoSuchEntity",
                text);
        assertThat(keys("bob").accessKeyMetadata()).hasSize(1);
    }

    @Test
    void whoIsNotThereHasNoKeys() {
        String text = "The user with name eve cannot be found.";

        assertRefused(() -> newKey("eve"), "NoSuchEntity", text);
        assertRefused(() -> keys("eve"), "NoSuchEntity", text);
        assertRefused(
                () -> admin.deleteAccessKey(delete -> delete.userName("eve").accessKeyId(bench.signedUp.accessKeyId())),
                "NoSuchEntity",
                text);
    }

    @Test
    void nobodyCanAskForAStatusThatAwsSetsItself() {
        assertRefused(
                () -> admin.updateAccessKey(update ->
                        update.accessKeyId(bench.signedUp.accessKeyId()).status("Expired")),
                "InvalidInput",
                "Operation does not support status Expired");
    }

    @Test
    void aKeyThatWasNeverUsedSaysSo() {
        GetAccessKeyLastUsedResponse answer = lastUsed(bench.signedUp.accessKeyId());

        assertThat(answer.userName()).isEqualTo("Administrator");
        assertThat(answer.accessKeyLastUsed().lastUsedDate()).isNull();
        assertThat(answer.accessKeyLastUsed().serviceName()).isEqualTo("N/A");
        assertThat(answer.accessKeyLastUsed().region()).isEqualTo("N/A");
    }

    @Test
    void theLastUseIsToldBeforeAndAfterItIsWritten() {
        String keyId = bench.signedUp.accessKeyId();
        Instant early = Instant.parse("2026-11-22T11:00:00Z");
        Instant late = Instant.parse("2026-11-22T12:00:00.5Z");

        bench.deployment.keyUses().record(new KeyUse(keyId, late, "sts", "eu-west-1"));
        bench.deployment.keyUses().record(new KeyUse(keyId, early, "iam", "us-east-1"));
        GetAccessKeyLastUsedResponse pending = lastUsed(keyId);
        bench.deployment.keyUses().flush();

        assertThat(pending.accessKeyLastUsed().lastUsedDate()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
        assertThat(pending.accessKeyLastUsed().serviceName()).isEqualTo("sts");
        assertThat(pending.accessKeyLastUsed().region()).isEqualTo("eu-west-1");
        assertThat(lastUsed(keyId)).isEqualTo(pending);
        Optional<KeyUse> written = bench.store.read(reading -> reading.keys().lastUse(keyId));
        assertThat(written).contains(new KeyUse(keyId, late, "sts", "eu-west-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKIAIOSFODNN7EXAMPLE", "the other account's", "one that was deleted"})
    void aKeyThatIsNotTheAccountsIsBeyondEverybodysReach(String which) {
        bench.otherAdministrator();
        String keyId = switch (which) {
            case "the other account's" ->
                bench.store
                        .read(reading -> reading.keys().ofOwner("AIDAOTHER"))
                        .getFirst()
                        .id();
            case "one that was deleted" -> {
                String deleted = admin.createAccessKey().accessKey().accessKeyId();
                admin.deleteAccessKey(delete -> delete.accessKeyId(deleted));
                yield deleted;
            }
            default -> which;
        };

        assertDenied(
                () -> lastUsed(keyId),
                "User: " + ARN + "user/Administrator is not authorized to perform: iam:GetAccessKeyLastUsed"
                        + " because no identity-based policy allows the iam:GetAccessKeyLastUsed action");
        assertDenied(
                () -> bench.root().iam().getAccessKeyLastUsed(get -> get.accessKeyId(keyId)),
                "User: " + ARN + "root is not authorized to perform: iam:GetAccessKeyLastUsed"
                        + " because no identity-based policy allows the iam:GetAccessKeyLastUsed action");
    }

    @Test
    void aRefusalDoesNotTellWhoseKeyItIs() {
        Actor eve = bench.user("eve");

        assertDenied(
                () -> eve.iam().getAccessKeyLastUsed(get -> get.accessKeyId(bench.signedUp.accessKeyId())),
                "User: " + ARN + "user/eve is not authorized to perform: iam:GetAccessKeyLastUsed"
                        + " because no identity-based policy allows the iam:GetAccessKeyLastUsed action");
    }

    @Test
    void whoWasDeletedWhileSignedInIsNotThereAnyMore() {
        String userId =
                admin.createUser(create -> create.userName("bob")).user().userId();
        Actor bob = bench.signedIn(userId, Origin.SIGN_IN);
        admin.deleteUser(delete -> delete.userName("bob"));

        assertRefused(() -> bob.iam().createAccessKey(), "InvalidClientTokenId", "nobody has this key");
    }

    private String newKey(String userName) {
        return admin.createAccessKey(create -> create.userName(userName))
                .accessKey()
                .accessKeyId();
    }

    private ListAccessKeysResponse keys(String userName) {
        return admin.listAccessKeys(list -> list.userName(userName));
    }

    private GetAccessKeyLastUsedResponse lastUsed(String keyId) {
        return admin.getAccessKeyLastUsed(get -> get.accessKeyId(keyId));
    }
}
