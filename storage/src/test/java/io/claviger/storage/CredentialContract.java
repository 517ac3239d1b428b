package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.sliceAfter;
import static io.claviger.storage.Samples.update;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.AccessKey.Status;
import io.claviger.iam.CredentialReport;
import io.claviger.iam.CredentialReportPart;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.SecretHash;
import io.claviger.iam.ServerCertificate;
import io.claviger.iam.ServiceCredential;
import io.claviger.iam.SigningCertificate;
import io.claviger.iam.SshPublicKey;
import io.claviger.iam.Tag;
import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.StoreFailure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Credentials of all kinds but access keys are kept with every field, found, changed and deleted. */
interface CredentialContract extends ContractGround {

    @Test
    default void keepsPublicKeys() {
        User bob = user("bob");
        SshPublicKey second = publicKey("APKA2", bob);
        SshPublicKey first = publicKey("APKA1", bob);
        insert(store(), bob, second, first);
        assertThat(now().sshPublicKeys().ofUser(bob.id())).containsExactly(first, second);
        update(store(), first.withStatus(Status.INACTIVE));
        assertThat(now().sshPublicKeys().byId("APKA1")).contains(first.withStatus(Status.INACTIVE));
        assertThatThrownBy(() -> delete(store(), bob)).isInstanceOf(StoreFailure.class);
        delete(store(), first, second);
        assertThat(now().sshPublicKeys().byId("APKA1")).isEmpty();
        delete(store(), bob);
    }

    private static SshPublicKey publicKey(String id, User user) {
        return new SshPublicKey(ACCOUNT, id, user.id(), "ssh-rsa " + id, "00:ff", Status.ACTIVE, NOW);
    }

    @Test
    default void keepsSigningCertificatesOfAnAccountOnce() {
        User bob = user("bob");
        User theirs = user(OTHER_ACCOUNT, "bob", "/");
        SigningCertificate second = signing("B", bob);
        SigningCertificate first = signing("A", bob);
        SigningCertificate elsewhere = signing("A", theirs);
        SigningCertificate roots = new SigningCertificate(ACCOUNT, "R", ACCOUNT, "body", Status.ACTIVE, NOW);
        insert(store(), bob, theirs, second, first, elsewhere, roots);
        assertThat(now().signingCertificates().ofOwner(bob.id())).containsExactly(first, second);
        assertThat(now().signingCertificates().ofOwner(ACCOUNT)).containsExactly(roots);
        assertThat(now().signingCertificates().byId(OTHER_ACCOUNT, "A")).contains(elsewhere);
        assertThatThrownBy(() -> insert(store(), signing("A", bob))).isInstanceOf(StoreFailure.class);
        update(store(), first.withStatus(Status.INACTIVE));
        assertThat(now().signingCertificates().byId(ACCOUNT, "A")).contains(first.withStatus(Status.INACTIVE));
        assertThat(now().signingCertificates().byId(OTHER_ACCOUNT, "A")).contains(elsewhere);
        assertThatThrownBy(() -> delete(store(), bob)).isInstanceOf(StoreFailure.class);
        delete(store(), first);
        assertThat(now().signingCertificates().ofOwner(bob.id())).containsExactly(second);
    }

    private static SigningCertificate signing(String id, User user) {
        return new SigningCertificate(user.accountId(), id, user.id(), "body of " + id, Status.ACTIVE, NOW);
    }

    @Test
    default void keepsServerCertificatesWithEveryFieldAndFindsThemWithoutCase() {
        Instant distant = Instant.parse("9999-12-31T23:59:59Z");
        SealedSecret key = new SealedSecret(new byte[] {1, 2, 3});
        ServerCertificate full = new ServerCertificate(
                ACCOUNT, "ASCA1", "Full", "/a/", NOW, distant, "body", "chain", key, List.of(new Tag("k", "v")));
        ServerCertificate bare =
                new ServerCertificate(ACCOUNT, "ASCA2", "bare", "/", NOW, Instant.EPOCH, "body", null, key, List.of());
        insert(store(), full, bare);
        assertThat(now().serverCertificates().named(ACCOUNT, "fULL")).contains(full);
        assertThat(now().serverCertificates().named(OTHER_ACCOUNT, "full")).isEmpty();
        assertThat(now().serverCertificates().list(ACCOUNT, Slice.ALL)).containsExactly(bare, full);
        assertThat(now().serverCertificates().list(ACCOUNT, new Slice("/a/", null, 9)))
                .containsExactly(full);
        assertThat(now().serverCertificates().list(ACCOUNT, sliceAfter("BARE", 9)))
                .containsExactly(full);
        assertThat(now().accounts().count(ACCOUNT, Counted.SERVER_CERTIFICATES)).isEqualTo(2);
        assertThatThrownBy(() -> insert(store(), full)).isInstanceOf(StoreFailure.class);

        ServerCertificate moved = full.renamed("Moved", "/b/").tagged(List.of());
        update(store(), moved);
        assertThat(now().serverCertificates().list(ACCOUNT, Slice.ALL)).containsExactly(bare, moved);
        delete(store(), moved, bare);
        assertThat(now().serverCertificates().list(ACCOUNT, Slice.ALL)).isEmpty();
        assertThat(now().accounts().count(ACCOUNT, Counted.SERVER_CERTIFICATES)).isZero();
    }

    @Test
    default void keepsCredentialsForServices() {
        User bob = user("bob");
        ServiceCredential second = service("ACCA2", bob, "bob+1-at-1", Instant.parse("2126-01-01T00:00:00Z"));
        ServiceCredential first = service("ACCA1", bob, "bob-at-1", null);
        insert(store(), bob, second, first);
        assertThat(now().serviceCredentials().ofUser(bob.id())).containsExactly(first, second);
        assertThat(now().serviceCredentials().list(ACCOUNT, null, Slice.ALL)).containsExactly(first, second);
        assertThat(now().serviceCredentials().list(ACCOUNT, "s.amazonaws.com", sliceAfter("ACCA1", 1)))
                .containsExactly(second);
        assertThat(now().serviceCredentials().list(ACCOUNT, "t.amazonaws.com", Slice.ALL))
                .isEmpty();
        assertThat(now().serviceCredentials().list(OTHER_ACCOUNT, null, Slice.ALL))
                .isEmpty();
        assertThat(now().serviceCredentials().withLogin(ACCOUNT, "s.amazonaws.com", "BOB-at-1"))
                .contains(first);
        assertThat(now().serviceCredentials().withLogin(ACCOUNT, "t.amazonaws.com", "bob-at-1"))
                .isEmpty();
        assertThatThrownBy(() -> insert(store(), service("ACCA3", bob, "Bob-at-1", null)))
                .isInstanceOf(StoreFailure.class);
        ServiceCredential changed = first.withStatus(Status.INACTIVE).withSecret(SecretHash.of("other"));
        update(store(), changed);
        assertThat(now().serviceCredentials().byId("ACCA1")).contains(changed);
        assertThatThrownBy(() -> delete(store(), bob)).isInstanceOf(StoreFailure.class);
        delete(store(), changed, second);
        assertThat(now().serviceCredentials().byId("ACCA1")).isEmpty();
    }

    private static ServiceCredential service(String id, User user, String login, @Nullable Instant expiration) {
        return new ServiceCredential(
                ACCOUNT,
                id,
                user.id(),
                "s.amazonaws.com",
                login,
                SecretHash.of("secret"),
                Status.ACTIVE,
                NOW,
                expiration);
    }

    @Test
    default void keepsOneCredentialReportOfAnAccount() {
        CredentialReport report = new CredentialReport(ACCOUNT, "first", NOW, 2);
        insert(store(), report);
        assertThat(now().credentialReports().ofAccount(ACCOUNT)).contains(report);
        assertThat(now().credentialReports().ofAccount(OTHER_ACCOUNT)).isEmpty();
        CredentialReport later = new CredentialReport(ACCOUNT, "second", NOW.plusSeconds(1), 1);
        update(store(), later);
        assertThat(now().credentialReports().ofAccount(ACCOUNT)).contains(later);
    }

    @Test
    default void keepsThePartsOfTheLatestReportOfAnAccount() {
        CredentialReport report = new CredentialReport(ACCOUNT, "first", NOW, 2);
        CredentialReport later = new CredentialReport(ACCOUNT, "second", NOW, 1);
        CredentialReportPart first = new CredentialReportPart(ACCOUNT, "first", 0, "user,arn\nbøb,x\n".repeat(1_000));
        CredentialReportPart second = new CredentialReportPart(ACCOUNT, "first", 1, "");
        CredentialReportPart other = new CredentialReportPart(ACCOUNT, "second", 0, "user");
        insert(store(), first, second, other);
        assertThat(now().credentialReports().part(report, 0)).contains(first);
        assertThat(now().credentialReports().part(report, 1)).contains(second);
        assertThat(now().credentialReports().part(report, 2)).isEmpty();

        insert(store(), report);
        assertThat(now().credentialReports().part(report, 1)).contains(second);
        assertThat(now().credentialReports().part(later, 0)).isEmpty();

        insert(store(), other);
        update(store(), later);
        assertThat(now().credentialReports().part(report, 0)).isEmpty();
        assertThat(now().credentialReports().part(later, 0)).contains(other);
    }
}
