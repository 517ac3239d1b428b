package io.claviger.storage.sqlite;

import static io.claviger.storage.sqlite.SqliteDatabase.MIGRATIONS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.storage.OpenFailure;
import io.claviger.storage.Samples;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sql.Migrations;
import io.claviger.storage.sql.Session;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        file = directory.resolve("claviger.db");
    }

    private static SqlStore open(Path directory) {
        return SqlStore.open(SqliteFile.in(directory), new SealingKey.InFile(directory.resolve("sealing.key")));
    }

    private void runOnFile(String statement) {
        try (Session session = SqliteSessions.writer(file)) {
            session.run(statement);
        }
    }

    @Test
    void everyScriptSetsItsVersion() throws Exception {
        for (int version = 1; version <= MIGRATIONS.scripts().size(); version++) {
            String name = MIGRATIONS.scripts().get(version - 1);
            assertThat(name).startsWith("V" + version + "__");
            try (InputStream script = MigrationsTest.class.getResourceAsStream(name)) {
                assertThat(new String(Objects.requireNonNull(script).readAllBytes(), UTF_8))
                        .endsWith("PRAGMA user_version = " + version + ";\n");
            }
        }
    }

    @Test
    void aNewDatabaseHasTheLatestVersionAndIsWhole() {
        open(directory).close();
        try (Session session = SqliteSessions.reader(file)) {
            assertThat(MIGRATIONS.version(session))
                    .isEqualTo(MIGRATIONS.scripts().size());
            assertThat(session.list("PRAGMA integrity_check", row -> row.getString(1)))
                    .containsExactly("ok");
            assertThat(session.list("PRAGMA journal_mode", row -> row.getString(1)))
                    .containsExactly("wal");
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsRefusedWithWhatToDoAndStaysAsItIs() {
        open(directory).close();
        runOnFile("PRAGMA user_version = 99");
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(OpenFailure.class)
                .hasMessage("The database " + file + " has version 99, and this build of Claviger knows none above "
                        + MIGRATIONS.scripts().size()
                        + ": run the newer Claviger that wrote it, or restore a backup made before that");
        runOnFile("PRAGMA user_version = " + MIGRATIONS.scripts().size());
        open(directory).close();
    }

    @Test
    void aDatabaseOfSomethingElseIsRefused() {
        runOnFile("CREATE TABLE theirs (id INTEGER)");
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws Exception {
        Files.writeString(file, "not a database at all, but long enough to have a header. ".repeat(10));
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining(directory.toString());
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftAsItIs() {
        runOnFile("CREATE TABLE theirs (id INTEGER)");
        assertThatThrownBy(() -> open(directory)).hasMessageContaining("nothing of it was changed");
        try (Session session = SqliteSessions.reader(file)) {
            assertThat(MIGRATIONS.version(session)).isZero();
            assertThat(session.list("SELECT name FROM sqlite_schema", row -> row.getString(1)))
                    .containsExactly("theirs");
        }
    }

    @Test
    void aDatabaseWhoseTablesFlywayMadeIsOpened() {
        open(directory).close();
        makeFlywaysTable();
        runOnFile("""
                INSERT INTO flyway_schema_history VALUES
                    (1, '1', 'tables', 'SQL', 'V1__tables.sql', 1106965189, '', '2026-11-28 07:25:52.058', 2, 1)""");
        try (SqlStore store = open(directory)) {
            Samples.insert(store, Samples.account(Samples.ACCOUNT));
            assertThat(store.changes().latest()).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseInWhichFlywayWasInterruptedIsOpened() {
        makeFlywaysTable();
        try (SqlStore store = open(directory)) {
            Samples.insert(store, Samples.account(Samples.ACCOUNT));
            assertThat(store.changes().latest()).isEqualTo(1);
        }
    }

    /** As Flyway 13 makes it, before any of the scripts. */
    private void makeFlywaysTable() {
        runOnFile("""
                CREATE TABLE "flyway_schema_history" (
                    "installed_rank" INT NOT NULL PRIMARY KEY,
                    "version" VARCHAR(50),
                    "description" VARCHAR(200) NOT NULL,
                    "type" VARCHAR(20) NOT NULL,
                    "script" VARCHAR(1000) NOT NULL,
                    "checksum" INT,
                    "installed_by" VARCHAR(100) NOT NULL,
                    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
                    "execution_time" INT NOT NULL,
                    "success" BOOLEAN NOT NULL
                )""");
        runOnFile("CREATE INDEX \"flyway_schema_history_s_idx\" ON \"flyway_schema_history\" (\"success\")");
    }

    @Test
    void aScriptThatFailsChangesNothing() {
        Migrations failing = new Migrations(
                MigrationsTest.class,
                List.of("V1__tables.sql", "V2__fails.sql"),
                MIGRATIONS.begin(),
                MIGRATIONS.version(),
                MIGRATIONS.foreign());
        try (Session session = SqliteSessions.writer(file)) {
            assertThatThrownBy(() -> failing.run(session, "The database"))
                    .isInstanceOf(OpenFailure.class)
                    .hasMessageContaining("cannot be brought to version 2, nothing of it was changed");
            assertThat(MIGRATIONS.version(session)).isZero();
            assertThat(session.exists("SELECT 1 FROM sqlite_schema")).isFalse();
        }
        open(directory).close();
    }
}
