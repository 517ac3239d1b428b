package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.ServerCertificate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;

class ServerCertificatesTest extends UploadedCertificates {

    private static final String CHAIN_TEXT =
            "Unable to validate certificate chain. The certificate chain must start with the immediate signing"
                    + " certificate, followed by any intermediaries in order. The index within the chain of the invalid"
                    + " certificate is: ";

    @TempDir
    private Path directory;

    private KeyTools tools = new KeyTools(Path.of("."));

    @BeforeEach
    void useTheDirectory() {
        tools = new KeyTools(directory);
    }

    private KeyTools.Pair elliptic(String name) {
        return tools.selfSigned(name, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:secp384r1");
    }

    @Test
    void aCertificateIsUploadedLookedAtListedAndDeleted() {
        KeyTools.Pair pair = tools.selfSigned("one");

        ServerCertificateMetadata metadata = admin.uploadServerCertificate(upload -> upload.serverCertificateName("Web")
                        .path("/front/")
                        .certificateBody(pair.certificate())
                        .privateKey(pair.privateKey()))
                .serverCertificateMetadata();

        assertThat(metadata.serverCertificateId()).matches("ASCA[A-Z2-7]{17}");
        assertThat(metadata.arn()).isEqualTo(ARN + "server-certificate/front/Web");
        assertThat(metadata.path()).isEqualTo("/front/");
        assertThat(metadata.uploadDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(metadata.expiration())
                .isAfter(Instant.now().plus(Duration.ofDays(3648)))
                .isBefore(Instant.now().plus(Duration.ofDays(3651)));
        var shown = get("web");
        assertThat(shown.serverCertificateMetadata()).isEqualTo(metadata);
        assertThat(shown.certificateBody()).isEqualTo(pair.certificate().strip());
        assertThat(shown.certificateChain()).isNull();
        assertThat(shown.hasTags()).isTrue();
        assertThat(admin.listServerCertificates(list -> list.pathPrefix("/front/"))
                        .serverCertificateMetadataList())
                .containsExactly(metadata);
        assertThat(admin.listServerCertificates(list -> list.pathPrefix("/other/"))
                        .serverCertificateMetadataList())
                .isEmpty();

        admin.deleteServerCertificate(delete -> delete.serverCertificateName("WEB"));
        assertRefused(() -> get("Web"), "NoSuchEntity", "The Server Certificate with name Web cannot be found.");
    }

    @Test
    void thePrivateKeyIsSealedForItsCertificateAndInNoAnswer() {
        upload("web");
        ServerCertificate kept = bench.store
                .read(reading -> reading.serverCertificates().named(ACCOUNT, "web"))
                .orElseThrow();

        assertThat(new String(kept.privateKey().bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("PRIVATE KEY");
        assertThat(bench.deployment.certificateKeys().open(kept.id(), kept.privateKey()))
                .contains(SampleKeys.PRIVATE_KEY);
        assertThat(bench.deployment.certificateKeys().open("ASCAOTHER", kept.privateKey()))
                .isEmpty();
        assertThat(get("web").toString()).doesNotContain("PRIVATE");
    }

    @Test
    void keysAreTakenInAllTheirForms() {
        KeyTools.Pair rsa = tools.selfSigned("rsa");
        KeyTools.Pair ec = elliptic("ec");
        upload("rsa-8", rsa.certificate(), rsa.privateKey(), null);
        upload("rsa-1", rsa.certificate(), tools.openssl(Stream.of("rsa", "-in", "rsa.key", "-traditional")), null);
        upload("ec-8", ec.certificate(), ec.privateKey(), null);
        upload("ec-sec1", ec.certificate(), tools.openssl(Stream.of("ec", "-in", "ec.key")), null);
        upload(
                "ec-sec1-with-parameters",
                ec.certificate(),
                tools.openssl(Stream.of("ecparam", "-name", "secp384r1"))
                        + tools.openssl(Stream.of("ec", "-in", "ec.key")),
                null);
        upload(
                "ec-sec1-without-curve",
                ec.certificate(),
                tools.openssl(Stream.of("ec", "-in", "ec.key", "-no_public")),
                null);
        assertThat(admin.listServerCertificates().serverCertificateMetadataList())
                .hasSize(6);
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        KeyTools.Pair rsa = tools.selfSigned("rsa");
        String text =
                "The private key did not match the public key provided. Please verify the key material and try again.";
        for (KeyTools.Pair other : List.of(tools.selfSigned("other"), elliptic("ec"), elliptic("another"))) {
            assertRefused(() -> upload("web", rsa.certificate(), other.privateKey(), null), "KeyPairMismatch", text);
        }
        String sec1 = tools.openssl(Stream.of("ec", "-in", "ec.key"));
        assertRefused(() -> upload("web", rsa.certificate(), sec1, null), "KeyPairMismatch", text);
        assertRefused(() -> upload("web", elliptic("third").certificate(), sec1, null), "KeyPairMismatch", text);
    }

    @Test
    void whatIsNoKeyIsRefused() {
        String text = "Unable to parse private key. Please ensure the key is in PEM format.";
        String encrypted = tools.openssl(Stream.of("genpkey", "-algorithm", "RSA", "-aes256", "-pass", "pass:secret"));
        for (String key : List.of(
                "no key",
                encrypted,
                SampleKeys.CERTIFICATE,
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
                SampleKeys.PRIVATE_KEY + SampleKeys.PRIVATE_KEY)) {
            assertRefused(() -> upload("web", SampleKeys.CERTIFICATE, key, null), "MalformedCertificate", text);
        }
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        String text = "Unable to parse certificate. Please ensure the certificate is in PEM format.";
        for (String body : List.of("x", SampleKeys.PRIVATE_KEY, SampleKeys.CERTIFICATE + SampleKeys.CERTIFICATE)) {
            assertRefused(() -> upload("web", body, SampleKeys.PRIVATE_KEY, null), "MalformedCertificate", text);
        }
        KeyTools.Pair edwards = tools.selfSigned("edwards", "-newkey", "ed25519");
        assertRefused(
                () -> upload("web", edwards.certificate(), edwards.privateKey(), null),
                "MalformedCertificate",
                "The key of the certificate must be an RSA key or one of an elliptic curve.");
        bench.pass(Duration.ofDays(365_000));
        assertRefused(
                () -> upload("web"),
                "MalformedCertificate",
                "Certificate is no longer valid. The 'Not After' date restriction on the certificate has passed.");
    }

    @Test
    void aChainVouchesForTheCertificateStepByStep() {
        KeyTools.Pair root = tools.selfSigned("root");
        KeyTools.Pair middle = tools.signedBy(root, "middle");
        KeyTools.Pair leaf = tools.signedBy(middle, "leaf");
        KeyTools.Pair stranger = tools.selfSigned("middle-too");
        String whole = middle.certificate() + root.certificate();

        upload("whole", leaf.certificate(), leaf.privateKey(), whole);
        assertThat(get("whole").certificateChain()).isEqualTo(whole.strip());
        upload("none", leaf.certificate(), leaf.privateKey(), null);
        upload("half", leaf.certificate(), leaf.privateKey(), middle.certificate());
        upload("root-twice", leaf.certificate(), leaf.privateKey(), whole + root.certificate());

        assertChainRefused(leaf, root.certificate() + middle.certificate(), -1);
        assertChainRefused(leaf, stranger.certificate(), -1);
        assertChainRefused(leaf, leaf.certificate() + whole, -1);
        assertChainRefused(leaf, middle.certificate() + stranger.certificate(), 0);
        assertChainRefused(leaf, whole + leaf.certificate(), 1);
        assertRefused(
                () -> upload("web", leaf.certificate(), leaf.privateKey(), "text\n" + whole),
                "MalformedCertificate",
                "");
    }

    private void assertChainRefused(KeyTools.Pair leaf, String chain, int index) {
        assertRefused(
                () -> upload("web", leaf.certificate(), leaf.privateKey(), chain),
                "MalformedCertificate",
                CHAIN_TEXT + index);
    }
}
