package io.claviger.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static SqliteStore open(Path directory) {
        return SqliteStore.open(directory, new SealingKey.InFile(directory.resolve("sealing.key")));
    }

    private void runOnFile(String statement) {
        try (Session session = Sqlite.writer(file)) {
            session.run(statement);
        }
    }

    @Test
    void everyScriptSetsItsVersion() throws Exception {
        for (int version = 1; version <= Migrations.SCRIPTS.size(); version++) {
            String name = Migrations.SCRIPTS.get(version - 1);
            assertThat(name).startsWith("V" + version + "__");
            try (InputStream script = MigrationsTest.class.getResourceAsStream("sqlite/" + name)) {
                assertThat(new String(Objects.requireNonNull(script).readAllBytes(), UTF_8))
                        .endsWith("PRAGMA user_version = " + version + ";\n");
            }
        }
    }

    @Test
    void aNewDatabaseHasTheLatestVersionAndIsWhole() {
        open(directory).close();
        try (Session session = Sqlite.reader(file)) {
            assertThat(Migrations.version(session)).isEqualTo(Migrations.SCRIPTS.size());
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
                        + Migrations.SCRIPTS.size()
                        + ": run the newer Claviger that wrote it, or restore a backup made before that");
        runOnFile("PRAGMA user_version = " + Migrations.SCRIPTS.size());
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
    void flywayIsLoadedForANewDatabaseButNotForOneThatIsUpToDate() throws Exception {
        assertThat(loadedClasses()).contains("org.flywaydb.core.Flyway", SqliteStore.class.getName());
        assertThat(loadedClasses())
                .contains(SqliteStore.class.getName())
                .noneMatch(name -> name.startsWith("org.flywaydb"));
    }

    private List<String> loadedClasses() throws Exception {
        Path log = directory.resolve("classes.log");
        Process opening =
                ChildJvm.start(Opening.class, List.of("-Xlog:class+load:file=" + log), List.of(directory.toString()));
        assertThat(opening.waitFor()).isZero();
        // A line is: [time][level][tags] name source: where from
        return Files.readAllLines(log).stream()
                .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "").split(" ", 2)[0])
                .toList();
    }

    /** Opens the store and ends. */
    static final class Opening {

        private Opening() {}

        public static void main(String[] arguments) {
            open(Path.of(arguments[0])).close();
        }
    }
}
