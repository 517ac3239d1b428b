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
        "RSA PRIVATE KEY, openssl pkcs8 -topk8 -nocrypt -in",
        "EC PRIVATE KEY, openssl pkcs8 -topk8 -nocrypt -in",
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

    private static SSLContext trusting(Path certificate) throws Exception {
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
