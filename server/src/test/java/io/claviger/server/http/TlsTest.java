package io.claviger.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void servesWithAKeyOfAnyUsualKindAndKnowsThatItIsSecure(String algorithm) throws Exception {
        SelfSigned files = SelfSigned.in(directory, algorithm, algorithm);
        AtomicReference<IncomingRequest> arrived = new AtomicReference<>();
        Endpoint endpoint = incoming -> {
            arrived.set(incoming);
            return Answer.text(200, "hello");
        };
        TlsIdentity identity = TlsIdentity.read(files.certificate(), files.key());
        try (Listener listener = Wire.listen(
                        new ListenerSettings("127.0.0.1", 0, identity, false), Map.of("/", Route.read(endpoint)));
                Socket socket =
                        trusting(files.certificate()).getSocketFactory().createSocket("127.0.0.1", listener.port())) {
            assertThat(listener.endpoint()).hasScheme("https");
            socket.getOutputStream().write(Wire.request("GET /").getBytes(StandardCharsets.US_ASCII));
            assertThat(Wire.rest(socket)).startsWith("HTTP/1.1 200 ").endsWith("hello\n");
            assertThat(arrived.get().secure()).isTrue();
            assertThat(arrived.get().tls()).isNotNull().satisfies(tls -> {
                assertThat(tls.version()).isEqualTo("TLSv1.3");
                assertThat(tls.cipherSuite()).startsWith("TLS_");
            });
        }
    }

    @Test
    void behindAProxyEveryRequestIsSecureAndElsewherePlainOnesAreNot() throws Exception {
        for (boolean behindProxy : new boolean[] {true, false}) {
            Endpoint endpoint =
                    incoming -> Answer.text(200, "secure: " + incoming.secure() + ", TLS: " + incoming.tls());
            try (Listener listener = Wire.listen(
                    new ListenerSettings("127.0.0.1", 0, null, behindProxy), Map.of("/", Route.read(endpoint)))) {
                assertThat(Wire.exchange(listener.endpoint(), Wire.request("GET /", "X-Forwarded-Proto: https")))
                        .endsWith("secure: " + behindProxy + ", TLS: null\n");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RSA PRIVATE KEY, holds no EC key",
        "EC PRIVATE KEY, holds no EC key that can be read",
        "OPENSSH PRIVATE KEY, ssh-keygen -p -m PKCS8",
        "ENCRYPTED PRIVATE KEY, openssl pkey -in",
        "PUBLIC KEY, holds no private key"
    })
    void keyOfAnotherFormIsRefusedWithTheWayToConvertIt(String label, String advice) throws Exception {
        SelfSigned files = SelfSigned.in(directory, "server", "EC");
        Path key = Files.writeString(directory.resolve("other.key"), SelfSigned.pem(label, new byte[48]));
        assertThatExceptionOfType(UnusableTls.class)
                .isThrownBy(() -> TlsIdentity.read(files.certificate(), key))
                .withMessageContaining(advice)
                .withMessageContaining("other.key");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, RSA PRIVATE KEY, RSA -pkeyopt rsa_keygen_bits:2048",
        "EC, EC PRIVATE KEY, EC -pkeyopt ec_paramgen_curve:P-256",
        "EC, EC PRIVATE KEY, EC -pkeyopt ec_paramgen_curve:P-384"
    })
    void keyInTheFormOfOlderProgramsIsTaken(String algorithm, String label, String kind) throws Exception {
        Path key = directory.resolve("traditional.key");
        Path certificate = directory.resolve("traditional.crt");
        Path modern = directory.resolve("modern.key");
        openssl("genpkey -algorithm " + kind + " -out " + modern);
        openssl("req -x509 -new -key " + modern
                + " -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 -days 2 -out " + certificate);
        openssl("pkey -traditional -in " + modern + " -out " + key);
        if (algorithm.equals("EC")) {
            // As openssl ecparam -genkey writes it.
            Files.writeString(
                    key,
                    "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                            + Files.readString(key));
        }
        assertThat(key).content().contains("-----BEGIN " + label + "-----");
        TlsIdentity identity = TlsIdentity.read(certificate, key);
        try (Listener listener = listen(identity)) {
            assertThat(greeting(listener, certificate)).endsWith("hello\n");
        }
        SelfSigned other = SelfSigned.in(directory, "other", algorithm);
        assertThatExceptionOfType(UnusableTls.class)
                .isThrownBy(() -> TlsIdentity.read(other.certificate(), key))
                .withMessageContaining("traditional.key");
    }

    private static void openssl(String arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Listener listen(TlsIdentity identity) {
        return Wire.listen(
                new ListenerSettings("127.0.0.1", 0, identity, false),
                Map.of("/", Route.read(_ -> Answer.text(200, "hello"))));
    }

    private static String greeting(Listener listener, Path trusted) throws Exception {
        try (Socket socket = trusting(trusted).getSocketFactory().createSocket("127.0.0.1", listener.port())) {
            socket.getOutputStream().write(Wire.request("GET /").getBytes(StandardCharsets.US_ASCII));
            return Wire.rest(socket);
        }
    }

    @Test
    void certificateThatIsNotWholeIsRefused() throws Exception {
        SelfSigned files = SelfSigned.in(directory, "server", "EC");
        String whole = Files.readString(files.certificate());
        for (int length : new int[] {40, whole.length() / 2, whole.length() - 10}) {
            Path half = Files.writeString(directory.resolve("half.crt"), whole + whole.substring(0, length));
            assertThatExceptionOfType(UnusableTls.class)
                    .isThrownBy(() -> TlsIdentity.read(half, files.key()))
                    .withMessageContaining("half.crt");
        }
    }

    @Test
    void keyOfAnotherCertificateIsRefused() throws Exception {
        SelfSigned one = SelfSigned.in(directory, "one", "EC");
        SelfSigned other = SelfSigned.in(directory, "other", "EC");
        SelfSigned rsa = SelfSigned.in(directory, "rsa", "RSA");
        assertThatExceptionOfType(UnusableTls.class)
                .isThrownBy(() -> TlsIdentity.read(one.certificate(), other.key()))
                .withMessageContaining("is not the key of the certificate");
        assertThatExceptionOfType(UnusableTls.class)
                .isThrownBy(() -> TlsIdentity.read(one.certificate(), rsa.key()))
                .withMessageContaining("holds no EC key");
    }

    @Test
    void certificatesThatDoNotLeadToOneAnotherAreRefused() throws Exception {
        SelfSigned one = SelfSigned.in(directory, "one", "EC");
        Path other = directory.resolve("other.crt");
        openssl("req -x509 -new -key " + one.key() + " -subj /CN=another -days 2 -out " + other);
        Path both = Files.writeString(
                directory.resolve("both.crt"), Files.readString(one.certificate()) + Files.readString(other));
        assertThatExceptionOfType(UnusableTls.class)
                .isThrownBy(() -> TlsIdentity.read(both, one.key()))
                .withMessageContaining("both.crt cannot be used (")
                .withMessageContaining("then each one that signed the one before");
    }

    @Test
    void fileThatIsMissingOrDamagedIsNamed() throws Exception {
        SelfSigned files = SelfSigned.in(directory, "server", "EC");
        Path none = directory.resolve("none.pem");
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        assertThatExceptionOfType(UnusableTls.class)
                .isThrownBy(() -> TlsIdentity.read(none, files.key()))
                .withMessageContaining("none.pem");
        assertThatExceptionOfType(UnusableTls.class)
                .isThrownBy(() -> TlsIdentity.read(empty, files.key()))
                .withMessageContaining("empty.pem");
        assertThatExceptionOfType(UnusableTls.class)
                .isThrownBy(() -> TlsIdentity.read(files.certificate(), none))
                .withMessageContaining("none.pem");
    }

    static SSLContext trusting(Path certificate) throws Exception {
        try (InputStream in = Files.newInputStream(certificate)) {
            Certificate trusted = CertificateFactory.getInstance("X.509").generateCertificate(in);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("server", trusted);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        }
    }
}
