package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers whose certificate is one's own. */
class TrustTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path home;

    private final AtomicInteger connections = new AtomicInteger();
    private TestSession desk;
    private HttpsServer server;
    private int port;

    @BeforeEach
    void open() throws Exception {
        desk = new TestSession(home);
        desk.environment.put("AWS_ACCESS_KEY_ID", "AKIA");
        desk.environment.put("AWS_SECRET_ACCESS_KEY", "s");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys("server"))) {
            @Override
            public void configure(HttpsParameters parameters) {
                connections.incrementAndGet();
            }
        });
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = "<GetUserResponse/>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        port = server.getAddress().getPort();
    }

    @AfterEach
    void close() {
        desk.close();
        server.stop(0);
    }

    private KeyStore keys(String name) throws Exception {
        Path store = home.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.getInputStream().readAllBytes()).isNotNull();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        Files.writeString(
                home.resolve(name + ".pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("server").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private Path certificate() {
        return home.resolve("server.pem");
    }

    private String told(String line) {
        assertThat(desk.run(line)).isOne();
        return desk.err();
    }

    @Test
    void whoIsNotTrustedIsAskedOnceAndTheSentenceTellsWhatToDo() {
        String url = "https://localhost:" + port;
        assertThat(told("Get-IAMUser -EndpointUrl " + url))
                .isEqualTo("Get-IAMUser: " + url + " is not trusted: no authority that is trusted here has signed its"
                        + " certificate. AWS_CA_BUNDLE, or ca_bundle in the profile, names a file of those that are"
                        + " trusted instead\n");
        assertThat(connections).hasValue(1);
    }

    @Test
    void theBundleThatDoesNotHaveItIsNamed() throws Exception {
        keys("other");
        Path other = home.resolve("other.pem");
        desk.environment.put("AWS_CA_BUNDLE", other.toString());
        assertThat(told("Get-IAMUser -EndpointUrl https://localhost:" + port))
                .contains(" is not trusted: none of the certificates in '" + other + "' has signed its certificate\n");
        assertThat(connections).hasValue(1);
    }

    @Test
    void whoIsNamedInTheBundleIsTrusted() throws IOException {
        desk.environment.put("AWS_CA_BUNDLE", certificate().toString());
        assertThat(desk.run("Get-IAMUser -EndpointUrl https://localhost:" + port))
                .as(desk.err())
                .isZero();
        desk.environment.clear();
        desk.environment.put("AWS_EC2_METADATA_DISABLED", "true");
        desk.write(
                "config",
                "[default]\naws_access_key_id = A\naws_secret_access_key = s\nca_bundle = " + certificate()
                        + "\nendpoint_url = https://localhost:" + port + "\n");
        assertThat(desk.run("Get-IAMUser")).as(desk.err()).isZero();
    }

    @Test
    void aCertificateForAnotherNameIsToldOnce() {
        desk.environment.put("AWS_CA_BUNDLE", certificate().toString());
        assertThat(told("Get-IAMUser -EndpointUrl https://127.0.0.1:" + port))
                .contains("https://127.0.0.1:" + port + " is not trusted: ", "127.0.0.1");
        assertThat(connections).hasValue(1);
    }

    @Test
    void aServerWithoutTlsIsAskedOnce() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        try (Socket one = plain.accept()) {
                            connections.incrementAndGet();
                            one.getOutputStream()
                                    .write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"
                                            .getBytes(StandardCharsets.US_ASCII));
                        }
                    }
                } catch (IOException _) {
                    // It is closed.
                }
            });
            String url = "https://127.0.0.1:" + plain.getLocalPort();
            assertThat(told("Get-IAMUser -EndpointUrl " + url))
                    .isEqualTo("Get-IAMUser: " + url + " does not speak TLS; is its address http://... instead?\n");
        }
        assertThat(connections).hasValue(1);
    }

    @Test
    void theServerThatWasToGiveARolesKeysIsTheOneThatIsNamed() throws IOException {
        String url = "https://localhost:" + port;
        desk.write(
                "config",
                "[profile base]\naws_access_key_id = A\naws_secret_access_key = s\nendpoint_url = " + url
                        + "\n[profile role]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\n");
        assertThat(told("Get-IAMUser -ProfileName role -EndpointUrl " + desk.url()))
                .startsWith("Get-IAMUser: ")
                .contains(url + " is not trusted: ", "'role'")
                .doesNotContain(desk.url());
        assertThat(connections).hasValue(1);
        assertThat(desk.calls).isEmpty();
    }
}
