package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.RunningServer;
import io.claviger.storage.postgres.PostgresUrl;
import io.claviger.storage.postgres.RealPostgres;
import io.claviger.storage.sql.TableShape;
import io.claviger.storage.sqlite.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account goes to another server as a file, with everything that it has. */
class ExportTest extends ExportGround {

    /** What does not come along. */
    private static final Set<String> LEFT = Set.of(
            "revision",
            "change",
            "sealing_check",
            "former_sealing_key",
            "organization",
            "member_account",
            "console_session",
            "credential_report",
            "credential_report_part",
            "access_report",
            "delegation_request");

    /** What the account of this test has none of. */
    private static final Set<String> NONE = Set.of("answered_challenge", "redeemed_assertion", "role_origin");

    private Populated populate() throws Exception {
        Populated account;
        try (RunningServer server = start(data(), Optional.empty())) {
            account = new Populated(server, Files.createDirectory(directory.resolve("made")));
        }
        StoredDevices.giveAlice(data());
        return account;
    }

    /** All rows of a database by their tables; of what is sealed, only that it is there. */
    private static Map<String, List<String>> rows(Path data) throws Exception {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("claviger.db"));
                Statement statement = connection.createStatement()) {
            for (TableShape table : SqliteDatabase.MIGRATIONS.tables()) {
                List<String> rows = new ArrayList<>();
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + table.name())) {
                    while (row.next()) {
                        StringBuilder text = new StringBuilder();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            Object value = row.getObject(i);
                            text.append(value instanceof byte[] ? "sealed" : value)
                                    .append('|');
                        }
                        rows.add(text.toString());
                    }
                }
                rows.sort(null);
                if (!LEFT.contains(table.name())) {
                    tables.put(table.name(), rows);
                }
            }
        }
        return tables;
    }

    @Test
    void everyRowArrivesAndNoSecretIsToBeSeen() throws Exception {
        Populated account = populate();
        Path key = keyPair("key", "EC", 256);
        assertThat(export(key)).as(this::err).isZero();
        assertThat(out.toString(UTF_8))
                .isEqualTo("The account 123456789012 is in " + file()
                        + ": 2 users, 2 groups, 2 roles, 1 policy, 2 access keys, 1 MFA device, 1 hardware token, 1 passkey; "
                        + (Files.readAllLines(file()).size() - 2) + " rows in all.\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file()))
                .contains("\"name\":\"alice\"", "\"alias\":\"the-house\"")
                .doesNotContain(account.secrets())
                .doesNotContain(StoredDevices.SEED)
                .doesNotContain(Samples.SECRET);
        assertThat(take(key, other())).as(this::err).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("The account 123456789012 is in " + other() + " now: 2 users, ")
                .doesNotContain("trusts");
        Map<String, List<String>> before = rows(data());
        assertThat(rows(other())).isEqualTo(before);
        assertThat(before.entrySet().stream()
                        .filter(table -> table.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(NONE);
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "EC, 384"})
    void oldKeysPasswordsAndCodesAreGoodThere(String algorithm, int size) throws Exception {
        Populated account = populate();
        Path key = keyPair("key", algorithm, size);
        assertThat(export(key)).as(this::err).isZero();
        assertThat(take(key, other())).as(this::err).isZero();
        assertThat(Files.readString(other().resolve("sealing.key")))
                .isNotEqualTo(Files.readString(data().resolve("sealing.key")));
        try (RunningServer server = start(other(), Optional.empty())) {
            assertThat(account.alice(server)
                            .done("iam", "GetUser", "UserName", "alice")
                            .body())
                    .contains("<Arn>arn:aws:iam::123456789012:user/eng/alice</Arn>");
            assertThat(call(server.endpoint(), CALLER)).startsWith("HTTP/1.1 200 ");
            assertThat(signIn(server.endpoint(), Samples.PASSWORD)).isEqualTo(200);
            assertThat(signIn(server.endpoint(), "alice", Populated.PASSWORD, ""))
                    .contains("MFACodeNeeded");
            assertThat(signIn(server.endpoint(), "alice", Populated.PASSWORD, account.code()))
                    .startsWith("HTTP/1.1 200 ");
            ApiCaller admin = ApiCaller.administrator(server.endpoint(), () -> Samples.NOW);
            assertThat(admin.done("sts", "GetWebIdentityToken", "Audience.member.1", "a", "SigningAlgorithm", "ES384")
                            .text("WebIdentityToken"))
                    .contains(".");
            assertThat(admin.done("iam", "GetAccountAuthorizationDetails").body())
                    .contains("<VersionId>v2</VersionId>", "<VersionId>v1</VersionId>");
        }
    }

    @Test
    void bothAreInTheTrail() throws Exception {
        start(data(), Optional.empty()).close();
        Path key = keyPair("key", "EC", 256);
        assertThat(export(key)).isZero();
        assertThat(take(key, other())).isZero();
        assertThat(Samples.audited(data().resolve("audit"), "ExportAccount"))
                .singleElement()
                .asString()
                .contains("\"userAgent\":\"claviger export\"", "\"recipient\":\"");
        assertThat(Samples.audited(other().resolve("audit"), "ImportAccount"))
                .singleElement()
                .asString()
                .contains("\"userAgent\":\"claviger import\"", "\"accountId\":\"123456789012\"");
    }

    @Test
    void aPlanSaysWhatThereIsAndDoesNothing() throws Exception {
        start(data(), Optional.empty()).close();
        Path key = keyPair("key", "EC", 256);
        assertThat(export(key)).isZero();
        assertThat(take(key, other(), "--plan")).as(this::err).isZero();
        assertThat(out.toString(UTF_8)).startsWith("Account 123456789012: 1 user, 1 group, ");
        assertThat(other()).doesNotExist();
    }

    @Test
    void toAndFromPostgresql() throws Exception {
        populate();
        Path key = keyPair("key", "EC", 256);
        assertThat(export(key)).isZero();
        PostgresUrl url = RealPostgres.shared().newDatabase();
        String database = "postgresql://" + RealPostgres.USER + "@127.0.0.1:"
                + url.hosts().getFirst().port() + "/" + url.database();
        Map<String, String> environment = Map.of(
                "CLAVIGER_SEALING_KEY", Base64.getEncoder().encodeToString(new byte[32]), "HOME", directory.toString());
        assertThat(run(environment, "import", "--database", database, "--key", key.toString(), file() + ""))
                .as(this::err)
                .isZero();
        String again = directory.resolve("again.export").toString();
        assertThat(run(environment, "export", "--database", database, "--to", key + ".pub", again))
                .as(this::err)
                .isZero();
        assertThat(run(NOTHING, "import", "--data", other().toString(), "--key", key.toString(), again))
                .as(this::err)
                .isZero();
        assertThat(rows(other())).isEqualTo(rows(data()));
    }
}
