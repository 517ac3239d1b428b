package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import io.claviger.server.command.Variables;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.ListenerSettings;
import io.claviger.server.http.SelfSigned;
import io.claviger.server.http.TlsIdentity;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code claviger sign-in} over TLS: whom it trusts, and how it says that it does not. */
class SignInTrustTest {

    @TempDir
    private Path directory = Path.of("");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int signIn(String endpoint, Map<String, String> more) {
        err.reset();
        Map<String, String> environment = new HashMap<>(more);
        environment.put(Variables.ROOT_PASSWORD, Samples.PASSWORD);
        Surroundings system = new Surroundings(
                () -> Samples.NOW,
                environment,
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                _ -> Optional.empty(),
                Runnable::run);
        return Commands.run(system, "sign-in", "--endpoint", endpoint, "--account-id", Samples.ACCOUNT);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void bundleNamesWhoIsTrustedAndRefusalsAreInTheCmdletsWords() throws Exception {
        SelfSigned files = SelfSigned.in(directory, "server", "EC");
        SelfSigned other = SelfSigned.in(directory, "other", "EC");
        ListenerSettings address =
                new ListenerSettings("127.0.0.1", 0, TlsIdentity.read(files.certificate(), files.key()), false);
        try (RunningServer server = RunningServer.start(
                address,
                Samples.settings(new DataLocation.InMemory(), Optional.empty()),
                () -> Samples.NOW,
                _ -> FirstStart.Recipient.NOBODY)) {
            String endpoint = server.endpoint().toString();
            assertThat(signIn(
                            endpoint,
                            Map.of("AWS_CA_BUNDLE", files.certificate().toString())))
                    .as(this::said)
                    .isZero();

            assertThat(signIn(endpoint, Map.of())).isEqualTo(1);
            assertThat(said())
                    .contains(
                            endpoint + " is not trusted: no authority that is trusted here has signed its certificate")
                    .contains("AWS_CA_BUNDLE")
                    .doesNotContain("PKIX", "sun.security");

            assertThat(signIn(
                            endpoint,
                            Map.of("AWS_CA_BUNDLE", other.certificate().toString())))
                    .isEqualTo(1);
            assertThat(said())
                    .contains("is not trusted: none of the certificates in '" + other.certificate()
                            + "' has signed its certificate");

            Path none = directory.resolve("none.pem");
            assertThat(signIn(endpoint, Map.of("AWS_CA_BUNDLE", none.toString())))
                    .isEqualTo(1);
            assertThat(said())
                    .contains("The trusted certificates in '" + none + "' cannot be read: there is no such file");
            Path empty = Files.writeString(directory.resolve("empty.pem"), "");
            assertThat(signIn(endpoint, Map.of("AWS_CA_BUNDLE", empty.toString())))
                    .isEqualTo(1);
            assertThat(said()).contains("it has no certificate");
        }
    }

    @Test
    void serverThatIsNotThereOrSpeaksNoTlsIsSaidInWords() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(signIn("http://127.0.0.1:" + free, Map.of())).isEqualTo(1);
        assertThat(said()).contains("http://127.0.0.1:" + free + " cannot be reached: nothing listens there");
        assertThat(signIn("http://no.such.host.invalid", Map.of())).isEqualTo(1);
        assertThat(said()).contains("cannot be reached: its name is not known");
        try (RunningServer plain = Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()))) {
            assertThat(signIn(plain.endpoint().toString().replace("http:", "https:"), Map.of()))
                    .isEqualTo(1);
            assertThat(said()).contains("does not speak TLS; is its address http://... instead?");
        }
    }
}
