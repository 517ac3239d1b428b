package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.SigningCertificate;
import software.amazon.awssdk.services.iam.model.StatusType;

class SigningCertificatesTest extends OnAWorkbench {

    @TempDir
    private Path directory;

    private KeyTools tools = new KeyTools(Path.of("."));

    @BeforeEach
    void createBob() {
        tools = new KeyTools(directory);
        createUsers("bob", "eve");
    }

    private SigningCertificate upload(String user, String body) {
        return admin.uploadSigningCertificate(upload -> upload.userName(user).certificateBody(body))
                .certificate();
    }

    private List<SigningCertificate> ofBob() {
        return admin.listSigningCertificates(list -> list.userName("bob")).certificates();
    }

    private void setStatus(String id, String status) {
        admin.updateSigningCertificate(
                update -> update.userName("bob").certificateId(id).status(status));
    }

    @Test
    void aCertificateIsUploadedListedDeactivatedAndDeleted() {
        String body = tools.selfSigned("one").certificate();

        SigningCertificate certificate = upload("BOB", body);

        assertThat(certificate.userName()).isEqualTo("bob");
        assertThat(certificate.certificateBody()).isEqualTo(body);
        assertThat(certificate.status()).isEqualTo(StatusType.ACTIVE);
        assertThat(certificate.uploadDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(certificate.certificateId())
                .as("the SHA-1 in base 32, as the tools show it in hexadecimal digits")
                .isEqualTo(
                        base32(tools.openssl(Stream.of("x509", "-in", "one.crt", "-noout", "-fingerprint", "-sha1"))));
        assertThat(ofBob()).containsExactly(certificate);

        setStatus(certificate.certificateId(), "Inactive");
        assertThat(ofBob()).extracting(SigningCertificate::status).containsExactly(StatusType.INACTIVE);
        assertThat(upload("bob", body).status())
                .as("uploaded again, it is said to be active")
                .isEqualTo(StatusType.ACTIVE);
        assertThat(ofBob())
                .as("and is what it was")
                .extracting(SigningCertificate::status)
                .containsExactly(StatusType.INACTIVE);
        setStatus(certificate.certificateId(), "Active");
        assertThat(ofBob()).containsExactly(certificate);

        admin.deleteSigningCertificate(delete -> delete.userName("bob").certificateId(certificate.certificateId()));
        assertThat(ofBob()).isEmpty();
    }

    private static String base32(String shown) {
        String digits = shown.substring(shown.indexOf('=') + 1).strip().replace(":", "");
        String bits = digits.chars()
                .mapToObj(digit -> String.format("%4s", Integer.toBinaryString(Character.digit(digit, 16))))
                .reduce("", String::concat)
                .replace(' ', '0');
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bits.length(); i += 5) {
            text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(Integer.parseInt(bits.substring(i, i + 5), 2)));
        }
        return text.toString();
    }

    @Test
    void keysOfAllKindsAndLengthsAreTaken() {
        assertThat(upload(
                                "bob",
                                tools.selfSigned("short", "-newkey", "rsa:1024").certificate())
                        .certificateId())
                .hasSize(32);
        assertThat(upload("bob", elliptic("elliptic").certificate()).certificateId())
                .hasSize(32);
    }

    private KeyTools.Pair elliptic(String name) {
        return tools.selfSigned(name, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1");
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        KeyTools.Pair pair = elliptic("one");
        String two = pair.certificate() + elliptic("two").certificate();
        String cut = pair.certificate().replaceFirst("\n.{8}", "\n");
        for (String body : List.of("invalid-certificate-body", pair.privateKey(), two, cut, "x" + pair.certificate())) {
            assertRefused(() -> upload("bob", body), "MalformedCertificate", "Certificate " + body + " is malformed.");
        }
    }

    @Test
    void aCertificateThatIsNoLongerValidIsRefused() {
        String body = elliptic("one").certificate();
        bench.pass(Duration.ofDays(5000));
        assertRefused(() -> upload("bob", body), "MalformedCertificate", "Certificate " + body + " is malformed.");
    }

    @Test
    void anAccountHasACertificateOnce() {
        String body = elliptic("one").certificate();
        SigningCertificate first = upload("bob", body);
        bench.pass(Duration.ofHours(1));

        assertThat(upload("bob", body)).isEqualTo(first);
        assertRefused(() -> upload("eve", body), "DuplicateCertificate", "Duplicate certificate uploaded.");
        assertThat(bench.otherAdministrator()
                        .iam()
                        .uploadSigningCertificate(upload -> upload.certificateBody(body))
                        .certificate()
                        .certificateId())
                .isEqualTo(first.certificateId());
    }

    @Test
    void aUserHasTwoCertificatesAtMostAndTheyComePageByPage() {
        upload("bob", elliptic("one").certificate());
        upload("bob", elliptic("two").certificate());
        String third = elliptic("three").certificate();

        assertRefused(() -> upload("bob", third), "LimitExceeded", "Cannot exceed quota for CertificatesPerUser: 2");
        assertThat(
                        admin
                                .listSigningCertificatesPaginator(
                                        list -> list.userName("bob").maxItems(1))
                                .certificates()
                                .stream())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutANameTheyAreTheCallersOwn() {
        IamClient root = bench.root().iam();
        String body = elliptic("one").certificate();

        SigningCertificate ofRoot = root.uploadSigningCertificate(upload -> upload.certificateBody(body))
                .certificate();
        assertThat(ofRoot.userName()).isNull();
        assertThat(root.listSigningCertificates().certificates()).containsExactly(ofRoot);
        assertThat(admin.listSigningCertificates().certificates()).isEmpty();
        root.updateSigningCertificate(
                update -> update.certificateId(ofRoot.certificateId()).status("Inactive"));
        root.deleteSigningCertificate(delete -> delete.certificateId(ofRoot.certificateId()));
        assertThat(root.listSigningCertificates().certificates()).isEmpty();
    }

    @Test
    void whatIsNotThereIsRefused() {
        String none = "NONEXISTENTCERTID12345678901";
        String cannotBeFound = "The Certificate with id " + none + " cannot be found.";
        String nobody = "The user with name nobody cannot be found.";

        assertRefused(() -> setStatus(none, "Active"), "NoSuchEntity", cannotBeFound);
        assertRefused(
                () -> admin.deleteSigningCertificate(
                        delete -> delete.userName("bob").certificateId(none)),
                "NoSuchEntity",
                cannotBeFound);
        assertRefused(() -> upload("nobody", "x"), "NoSuchEntity", nobody);
        assertRefused(() -> admin.listSigningCertificates(list -> list.userName("nobody")), "NoSuchEntity", nobody);
        String ofEve = upload("eve", elliptic("one").certificate()).certificateId();
        assertRefused(
                () -> setStatus(ofEve, "Active"),
                "NoSuchEntity",
                "The Certificate with id " + ofEve + " cannot be found.");
        assertRefused(() -> setStatus(none, "Expired"), "InvalidInput", "Operation does not support status Expired");
    }

    @Test
    void aUserWithACertificateIsNotDeleted() {
        String id = upload("bob", elliptic("one").certificate()).certificateId();
        assertRefused(
                () -> admin.deleteUser(delete -> delete.userName("bob")),
                "DeleteConflict",
                "Cannot delete entity, must delete certificates first.");
        admin.deleteSigningCertificate(delete -> delete.userName("bob").certificateId(id));
        admin.deleteUser(delete -> delete.userName("bob"));
    }
}
