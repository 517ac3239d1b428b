package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.composition.Settings;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sealing.SealingKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that is lost is not taken for a new one, whatever is left of the old one. */
class LostDatabaseTest {

    @TempDir
    private Path directory;

    private Path data;
    private Path audit;

    /** A data directory, and an audit trail elsewhere, as a server that served leaves them. */
    @BeforeEach
    void serveOnce() throws Exception {
        data = directory.resolve("data");
        audit = directory.resolve("audit");
        try (RunningServer server = start(Optional.empty())) {
            String call = "Action=GetCallerIdentity&Version=2011-06-15";
            assertThat(Samples.call(server.endpoint(), Samples.NOW, Samples.KEY_ID, Samples.SECRET, "sts", call))
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(audit).isNotEmptyDirectory();
    }

    private RunningServer start(Optional<String> sealingKey) {
        return Samples.start(settings(sealingKey));
    }

    private Settings settings(Optional<String> sealingKey) {
        return Samples.settings(
                new DataLocation.Directory(data, sealingKey.map(SealingKey.Given::new)), Optional.of(audit));
    }

    private void leaveOnly(String... names) throws Exception {
        List<String> left = List.of(names);
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                if (!left.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
        if (!left.contains("audit")) {
            Files.move(audit, directory.resolve("away"));
        }
    }

    private void refused(String state, Path evidence) throws Exception {
        List<Path> before = files();
        for (int start = 0; start < 2; start++) {
            assertThatThrownBy(() -> start(Optional.empty()).close())
                    .isInstanceOf(OpenFailure.class)
                    .hasMessageContaining(data.resolve("claviger.db") + " is " + state)
                    .hasMessageContaining(evidence.toString())
                    .hasMessageContaining("claviger restore");
        }
        assertThat(files()).as("nothing is made").isEqualTo(before);
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> !file.endsWith("claviger.lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void keyAlone() throws Exception {
        leaveOnly("sealing.key");
        refused("missing", data.resolve("sealing.key"));
    }

    @Test
    void emptyFileAndKey() throws Exception {
        Files.write(data.resolve("claviger.db"), new byte[0]);
        leaveOnly("claviger.db", "sealing.key");
        refused("empty", data.resolve("sealing.key"));
    }

    @ParameterizedTest
    @CsvSource({"-wal", "-shm"})
    void leftOverLog(String log) throws Exception {
        leaveOnly();
        Path left = Files.writeString(data.resolve("claviger.db" + log), "left");
        refused("missing", left);
        Files.createFile(data.resolve("claviger.db"));
        refused("empty", left);
        assertThat(left).as("it may hold the only copy").hasContent("left");
    }

    @Test
    void auditTrailElsewhere() throws Exception {
        leaveOnly("audit");
        refused("missing", audit);
        Files.createFile(data.resolve("claviger.db"));
        refused("empty", audit);
    }

    @Test
    void auditTrailElsewhereOfADirectoryThatIsGone() throws Exception {
        leaveOnly("audit");
        Files.delete(data);
        refused("missing", audit);
    }

    @Test
    void emptiedDatabaseThatStillIsOne() throws Exception {
        leaveOnly("sealing.key");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + data.resolve("claviger.db"));
                var statement = connection.createStatement()) {
            statement.execute("VACUUM");
            statement.execute("CREATE TABLE x (a)");
            statement.execute("DROP TABLE x");
        }
        assertThat(data.resolve("claviger.db")).isNotEmptyFile();
        assertThatThrownBy(() -> start(Optional.empty()).close())
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining("is empty, but the sealing key " + data.resolve("sealing.key"));
    }

    @Test
    void nothingLeftIsAFirstStart() throws Exception {
        leaveOnly();
        try (RunningServer server = start(Optional.empty())) {
            assertThat(server.account()).isInstanceOf(FirstStart.Outcome.Created.class);
        }
    }

    @Test
    void firstStartThatWasKilledIsOneAgain() throws Exception {
        leaveOnly();
        Files.createFile(data.resolve("claviger.db"));
        Files.createDirectory(audit);
        start(Optional.empty()).close();
    }

    @Test
    void memoryIsNewEachTime() {
        Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.of(audit)))
                .close();
    }
}
