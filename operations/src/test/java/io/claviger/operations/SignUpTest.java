package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.PasswordHash;
import io.claviger.operations.SignUp.GivenKey;
import io.claviger.operations.SignUp.SignedUp;
import io.claviger.operations.SignUp.Wishes;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteMemory;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.User;

class SignUpTest extends OnAWorkbench {

    private static final PasswordHash PASSWORD = new PasswordHash("$argon2id$v=19$secret");

    private final SqlStore empty = SqlStore.open(new SqliteMemory(), new SealingKey.Ephemeral());
    private final SignUp signUp = new SignUp(on(empty), new SecureRandom());

    @AfterEach
    void closeTheStore() {
        empty.close();
    }

    @Test
    void makesAnAdministratorInAGroupAndARootUserWithoutKeys() {
        assertThat(admin.listUsers().users()).extracting(User::arn).containsExactly(ARN + "user/Administrator");
        assertThat(admin.listGroupsForUser(list -> list.userName("Administrator"))
                        .groups())
                .extracting(Group::arn)
                .containsExactly(ARN + "group/Administrators");
        assertThat(admin.listAttachedGroupPolicies(list -> list.groupName("Administrators"))
                        .attachedPolicies())
                .extracting(AttachedPolicy::policyArn)
                .containsExactly(ADMINISTRATOR_ACCESS);
        assertThat(admin.listUserPolicies(list -> list.userName("Administrator"))
                        .policyNames())
                .isEmpty();
        assertThat(admin.listAccessKeys().accessKeyMetadata()).hasSize(1);
        assertThat(bench.root().iam().listAccessKeys().accessKeyMetadata()).isEmpty();
        assertThat(admin.getUser().user().createDate()).isEqualTo(Workbench.START_SECOND);
    }

    @Test
    void drawsWhatIsNotSaid() {
        SignedUp signedUp = signUp.ifEmpty(new Wishes(Optional.empty(), Optional.empty(), PASSWORD))
                .orElseThrow();

        assertThat(signedUp.accountId()).matches("[1-9][0-9]{11}");
        assertThat(signedUp.accessKeyId()).matches("AKIA[A-Z2-7]{16}");
        assertThat(signedUp.secretAccessKey()).hasSize(40);
        assertThat(empty.<List<Account>>read(reading -> reading.accounts().all()))
                .containsExactly(new Account(signedUp.accountId(), Workbench.START_SECOND, PASSWORD));
    }

    @Test
    void takesTheAccountAndTheKeyThatAreGiven() {
        GivenKey given = new GivenKey("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

        SignedUp signedUp = signUp.ifEmpty(new Wishes(Optional.of("000000000001"), Optional.of(given), PASSWORD))
                .orElseThrow();

        assertThat(signedUp).isEqualTo(new SignedUp("000000000001", given.accessKeyId(), given.secretAccessKey()));
        AccessKey key =
                empty.read(reading -> reading.keys().byId(given.accessKeyId()).orElseThrow());
        assertThat(on(empty).secrets().open(key.id(), key.secret())).contains(given.secretAccessKey());
    }

    @Test
    void doesNothingWhereThereIsAnAccount() {
        Wishes wishes = new Wishes(Optional.of("222222222222"), Optional.empty(), PASSWORD);
        signUp.ifEmpty(wishes);
        long revision = empty.changes().latest();

        assertThat(signUp.ifEmpty(wishes)).isEmpty();
        assertThat(signUp.ifEmpty(new Wishes(Optional.of("333333333333"), Optional.empty(), PASSWORD)))
                .isEmpty();
        assertThat(empty.changes().latest()).isEqualTo(revision);
    }

    @Test
    void takesNoAccountOrKeyThatCouldNotBeUsed() {
        Optional<GivenKey> temporary = Optional.of(new GivenKey("ASIAIOSFODNN7EXAMPLE", "secret"));

        for (String bad : List.of("12345678901", "1234567890123", "12345678901x", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Wishes(Optional.of(bad), Optional.empty(), PASSWORD));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Wishes(Optional.empty(), temporary, PASSWORD));
    }

    @Test
    void noneOfItsNounsShowsASecret() {
        GivenKey given = new GivenKey("AKIAIOSFODNN7EXAMPLE", "the-secret");
        Wishes wishes = new Wishes(Optional.of("222222222222"), Optional.of(given), PASSWORD);

        List<Object> nouns = List.of(given, wishes, signUp.ifEmpty(wishes).orElseThrow());

        assertThat(nouns)
                .allSatisfy(noun ->
                        assertThat(noun.toString()).doesNotContain("the-secret").doesNotContain(PASSWORD.encoded()));
    }

    private Deployment on(SqlStore store) {
        Deployment deployment = bench.deployment;
        return new Deployment(
                store,
                deployment.clock(),
                deployment.uniqueIds(),
                deployment.accessKeyIds(),
                deployment.secrets(),
                deployment.tokens(),
                deployment.keyUses(),
                deployment.quotas(),
                deployment.cachedUsers());
    }
}
