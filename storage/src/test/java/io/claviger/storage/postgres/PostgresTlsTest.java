package io.claviger.storage.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.sql.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections to a PostgreSQL that speaks TLS, with a certificate for 127.0.0.1 alone. */
class PostgresTlsTest {

    private static final String PASSWORD = "changeit";
    private static final String ENCRYPTED = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

    @TempDir
    private static Path directory;

    private static RealPostgres server;
    private static String database;
    private static Path itsOwn;
    private static Path another;

    @BeforeAll
    static void speakTls() throws Exception {
        server = RealPostgres.start();
        database = server.newDatabase().database();
        Pair pair = Pair.made("server");
        itsOwn = Files.writeString(directory.resolve("server.pem"), pair.certificate());
        another = Files.writeString(
                directory.resolve("another.pem"), Pair.made("another").certificate());
        try (Session session = server.session(database)) {
            // By the server, in its directory: it must own its key.
            session.run("COPY (SELECT unnest(string_to_array('" + pair.certificate()
                    + "', chr(10)))) TO PROGRAM 'cat > server.crt'");
            session.run("COPY (SELECT unnest(string_to_array('" + pair.key()
                    + "', chr(10)))) TO PROGRAM 'umask 077; cat > server.key'");
            session.run("ALTER SYSTEM SET ssl = on");
        }
        server.stop();
        server.resume();
    }

    /** A certificate that signed itself, and its key, in PEM. */
    private record Pair(String certificate, String key) {

        static Pair made(String name) throws Exception {
            Path file = directory.resolve(name + ".p12");
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            int status = new ProcessBuilder(List.of(
                            keytool,
                            "-genkeypair",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD,
                            "-alias",
                            name,
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "san=ip:127.0.0.1"))
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(status).isZero();
            KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            return new Pair(
                    pem("CERTIFICATE", keys.getCertificate(name).getEncoded()),
                    pem("PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded()));
        }

        private static String pem(String kind, byte[] bytes) {
            return "-----BEGIN " + kind + "-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes) + "\n-----END " + kind
                    + "-----\n";
        }
    }

    private static PostgresDatabase at(String host, Map<String, String> parameters) {
        return new PostgresDatabase(
                new PostgresUrl(
                        RealPostgres.USER, List.of(new PostgresUrl.Host(host, server.port())), database, parameters),
                Optional.empty());
    }

    private static Map<String, String> verifiedBy(Path certificates) {
        return Map.of(PostgresUrl.SSL_MODE, PostgresUrl.VERIFIED, PostgresUrl.SSL_ROOT_CERT, certificates.toString());
    }

    @Test
    void aVerifiedConnectionIsEncrypted() {
        try (Session session = at("127.0.0.1", verifiedBy(itsOwn)).writer()) {
            assertThat(session.one(ENCRYPTED, row -> row.getBoolean(1))).contains(true);
        }
    }

    @Test
    void aConnectionOfThisMachineIsNotEncryptedUnlessAskedFor() {
        try (Session session = at("127.0.0.1", Map.of()).writer()) {
            assertThat(session.one(ENCRYPTED, row -> row.getBoolean(1))).contains(false);
        }
    }

    @Test
    void aCertificateThatIsNotTrustedIsRefused() {
        assertThatThrownBy(() -> at("127.0.0.1", verifiedBy(another)).writer())
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("PKIX path");
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() {
        assertThatThrownBy(() -> at("localhost", verifiedBy(itsOwn)).writer())
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("localhost")
                .hasMessageContaining("could not be verified");
    }

    @Test
    void aServerWithoutTlsIsRefused() {
        PostgresUrl plain = RealPostgres.shared().newDatabase();
        PostgresUrl verified = new PostgresUrl(plain.user(), plain.hosts(), plain.database(), verifiedBy(itsOwn));

        assertThatThrownBy(() -> new PostgresDatabase(verified, Optional.empty()).writer())
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("does not support SSL");
    }
}
