package io.claviger.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.LogLines;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewedCertificatesTest {

    private static final Duration INTERVAL = Duration.ofMillis(20);

    @TempDir
    private Path directory = Path.of("");

    private SelfSigned first = new SelfSigned(Path.of(""), Path.of(""));
    private SelfSigned second = first;
    private Path certificate = Path.of("");
    private Path key = Path.of("");

    @BeforeEach
    void twoCertificates() throws Exception {
        first = SelfSigned.in(directory, "first", "EC");
        second = SelfSigned.in(directory, "second", "RSA");
        certificate = Files.copy(first.certificate(), directory.resolve("tls.crt"));
        key = Files.copy(first.key(), directory.resolve("tls.key"));
    }

    private Listener listen(Path ofCertificate, Path ofKey) {
        Listener listener = Listener.bind(
                new ListenerSettings("127.0.0.1", 0, TlsIdentity.read(ofCertificate, ofKey), false),
                Limits.ARRIVAL,
                INTERVAL);
        listener.serve(Map.of("/", Route.read(_ -> Answer.text(200, "hello"))));
        return listener;
    }

    private static Certificate in(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static SSLSocket connect(Listener listener) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anyone()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", listener.port());
        socket.startHandshake();
        return socket;
    }

    private static Certificate shown(Listener listener) throws Exception {
        try (SSLSocket socket = connect(listener)) {
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private static void awaitShown(Listener listener, Path file) throws Exception {
        while (!shown(listener).equals(in(file))) {
            Thread.sleep(INTERVAL);
        }
    }

    private static void awaitLine(LogLines log, String words) throws InterruptedException {
        while (log.messages().stream().noneMatch(line -> line.contains(words))) {
            Thread.sleep(INTERVAL);
        }
    }

    @Test
    void newConnectionsGetTheNewCertificateAndOldOnesGoOn() throws Exception {
        try (LogLines log = LogLines.from("io.claviger");
                Listener listener = listen(certificate, key)) {
            assertThat(shown(listener)).isEqualTo(in(first.certificate()));
            try (Socket old = connect(listener)) {
                Files.copy(second.certificate(), certificate, StandardCopyOption.REPLACE_EXISTING);
                Files.copy(second.key(), key, StandardCopyOption.REPLACE_EXISTING);
                awaitShown(listener, second.certificate());
                old.getOutputStream().write(Wire.request("GET /").getBytes(StandardCharsets.US_ASCII));
                assertThat(Wire.rest(old)).startsWith("HTTP/1.1 200 ");
            }
            assertThat(log.messages()).anyMatch(line -> line.contains("new connections get the certificate"));
        }
    }

    @Test
    void linkThatIsTurnedIsFollowed() throws Exception {
        // As Kubernetes does: tls.crt -> ..data/tls.crt, ..data -> ..1, and ..data is replaced by another link.
        Path mounted = Files.createDirectory(directory.resolve("mounted"));
        for (SelfSigned files : new SelfSigned[] {first, second}) {
            Path version = Files.createDirectory(mounted.resolve(files.equals(first) ? "..1" : "..2"));
            Files.copy(files.certificate(), version.resolve("tls.crt"));
            Files.copy(files.key(), version.resolve("tls.key"));
        }
        Path data = Files.createSymbolicLink(mounted.resolve("..data"), Path.of("..1"));
        Path linked = Files.createSymbolicLink(mounted.resolve("tls.crt"), Path.of("..data", "tls.crt"));
        Path linkedKey = Files.createSymbolicLink(mounted.resolve("tls.key"), Path.of("..data", "tls.key"));
        try (Listener listener = listen(linked, linkedKey)) {
            assertThat(shown(listener)).isEqualTo(in(first.certificate()));
            Path next = Files.createSymbolicLink(mounted.resolve("..data_tmp"), Path.of("..2"));
            Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            awaitShown(listener, second.certificate());
        }
    }

    @Test
    void filesThatCannotBeUsedKeepTheOldCertificateAndAreSaidOnce() throws Exception {
        String whole = Files.readString(second.certificate());
        try (LogLines log = LogLines.from("io.claviger");
                Listener listener = listen(certificate, key)) {
            Files.writeString(certificate, whole.substring(0, whole.length() / 2));
            awaitLine(log, "tls.crt is not whole");
            assertThat(shown(listener)).isEqualTo(in(first.certificate()));

            Files.delete(key);
            awaitLine(log, "cannot read " + key + ": there is no such file or directory");
            assertThat(shown(listener)).isEqualTo(in(first.certificate()));

            Files.writeString(certificate, whole);
            Files.copy(first.key(), key);
            awaitLine(log, "tls.key holds no RSA key");
            assertThat(shown(listener)).isEqualTo(in(first.certificate()));
            assertThat(log.messages()).allMatch(line -> line.contains("the one before it stays: "));

            Files.copy(second.key(), key, StandardCopyOption.REPLACE_EXISTING);
            awaitShown(listener, second.certificate());
            assertThat(log.messages().stream().filter(line -> line.contains("not whole")))
                    .hasSize(1);
        }
    }

    /** Looks at certificates, and believes all of them. */
    private static final class Anyone implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
