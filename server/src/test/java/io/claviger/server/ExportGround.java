package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.http.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

/** Keys to export for, and the commands. */
abstract class ExportGround extends UpkeepGround {

    /** The account of another server. */
    static final String OTHER = "999988887777";

    /** A private key, and beside it the public one with the ending {@code .pub}. */
    final Path keyPair(String name, String algorithm, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        KeyPair pair = generator.generateKeyPair();
        Files.writeString(
                directory.resolve(name + ".pub"),
                pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        return Files.writeString(
                directory.resolve(name), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    /** The data directory of another server. */
    final Path other() {
        return directory.resolve("other");
    }

    /** Makes the other server's first account. */
    final int startOther() {
        return run(Map.of("CLAVIGER_ACCOUNT_ID", OTHER), "start", "--data", other().toString(), "--port", "0");
    }

    final Path file() {
        return directory.resolve("account.export");
    }

    final int export(Path key, String... more) {
        return run(
                NOTHING,
                Stream.concat(
                                Stream.of(
                                        "export", "--data", data().toString(), "--to", key + ".pub", file().toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    final int take(Path key, Path data, String... more) {
        return run(
                NOTHING,
                Stream.concat(
                                Stream.of(
                                        "import",
                                        "--data",
                                        data.toString(),
                                        "--key",
                                        key.toString(),
                                        file().toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Changes a database behind the back of its server. */
    static void change(Path data, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("claviger.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
            }
        }
    }

    static String signIn(URI endpoint, String user, String password, String code) throws IOException {
        String form = "AccountId=the-house&UserName=" + user + "&Password=" + Samples.encoded(password)
                + (code.isEmpty() ? "" : "&MFACode=" + code);
        return Wire.exchange(endpoint, Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form);
    }
}
