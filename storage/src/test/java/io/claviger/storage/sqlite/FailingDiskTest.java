package io.claviger.storage.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.claviger.storage.OpenFailure;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.FailingDisk.Fault;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fails for a while: errors as long as it lasts, nothing acknowledged is lost, and no restart is needed. */
class FailingDiskTest {

    @TempDir
    private Path directory;

    /** A store in a process of its own. */
    private static final class Store implements AutoCloseable {

        private final Process process;
        private final BufferedWriter told;
        private final BufferedReader answers;

        Store(Path data, Map<String, String> environment) throws IOException {
            process = ChildJvm.start(ObedientWriter.class, List.of(), List.of(data.toString()), environment);
            told = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            assertThat(answers.readLine()).isEqualTo("begun");
        }

        String tell(String line) throws IOException {
            told.write(line + "\n");
            told.flush();
            return answers.readLine();
        }

        /** As a loss of power would. */
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public void close() throws IOException {
            if (process.isAlive()) {
                told.close();
            }
            process.onExit().join();
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    @ParameterizedTest
    @CsvSource({
        "FULL, claviger.db",
        "FULL, claviger.db-wal",
        "READ_ONLY, claviger.db",
        "READ_ONLY, claviger.db-wal",
        "BROKEN, claviger.db",
        "BROKEN, claviger.db-wal",
        "UNSYNCABLE, claviger.db-wal",
        "OVER_QUOTA, claviger.db-wal",
        "FILE_TOO_LARGE, claviger.db-wal"
    })
    void healsByItselfAndKeepsWhatItAcknowledged(Fault fault, String file) throws Exception {
        FailingDisk disk = FailingDisk.in(directory);
        try (Store store = new Store(data(), disk.environment())) {
            assertThat(store.tell("add before")).isEqualTo("added");
            disk.fail(fault, file);
            assertThat(store.tell("add during1")).startsWith("failed: Nothing was written");
            assertThat(store.tell("ready")).isEqualTo("not ready");
            assertThat(store.tell("add during2")).startsWith("failed: Nothing was written");
            disk.heal();
            assertThat(store.tell("ready")).as("nobody has written since").isEqualTo("ready");
            assertThat(store.tell("add after1")).isEqualTo("added");
            assertThat(store.tell("add after2")).isEqualTo("added");
            assertThat(store.tell("list")).isEqualTo("users 3");
            assertThat(store.tell("ready")).isEqualTo("ready");
            store.kill();
        }
        try (Store again = new Store(data(), Map.of())) {
            assertThat(again.tell("list")).isEqualTo("users 3");
            assertThat(again.tell("add again")).isEqualTo("added");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FULL", "READ_ONLY", "BROKEN", "UNSYNCABLE"})
    void isReadyAgainAfterTheNextWriteToo(Fault fault) throws Exception {
        FailingDisk disk = FailingDisk.in(directory);
        try (Store store = new Store(data(), disk.environment())) {
            disk.fail(fault, "claviger.db");
            assertThat(store.tell("add during")).startsWith("failed: ");
            disk.heal();
            assertThat(store.tell("add after")).isEqualTo("added");
            assertThat(store.tell("ready")).isEqualTo("ready");
            assertThat(store.tell("list")).isEqualTo("users 1");
        }
    }

    @Test
    void readsGoOnWhileTheDiskIsFull() throws Exception {
        FailingDisk disk = FailingDisk.in(directory);
        try (Store store = new Store(data(), disk.environment())) {
            assertThat(store.tell("add before")).isEqualTo("added");
            disk.fail(Fault.FULL, "claviger.db");
            assertThat(store.tell("add during")).startsWith("failed: ");
            assertThat(store.tell("list")).isEqualTo("users 1");
        }
    }

    @Test
    void aSmallDiskThatIsFullForAMomentStopsNothingForGood() throws Exception {
        Path small = mounted();
        try (Store store = new Store(small.resolve("data"), Map.of())) {
            assertThat(store.tell("add before")).isEqualTo("added");
            Path fill = small.resolve("fill");
            fill(fill);
            // What has room in the log's last block may still be written.
            String answer = "added";
            int users = 1;
            for (int i = 0; i < 100 && answer.equals("added"); i++) {
                answer = store.tell("add during" + i);
                users += answer.equals("added") ? 1 : 0;
            }
            assertThat(answer)
                    .isEqualTo("failed: Nothing was written: the disk is full: make room on it, and try again");
            assertThat(store.tell("ready")).isEqualTo("not ready");
            Files.delete(fill);
            assertThat(store.tell("ready")).isEqualTo("ready");
            assertThat(store.tell("add after")).isEqualTo("added");
            assertThat(store.tell("list")).isEqualTo("users " + (users + 1));
        } finally {
            new ProcessBuilder("umount", "-l", small.toString()).start().waitFor();
        }
    }

    @Test
    void aDiskThatIsFullAtTheStartIsSaidInWords() throws Exception {
        Path small = mounted();
        try {
            Path data = Files.createDirectory(small.resolve("data"));
            SealingKey key = new SealingKey.InFile(directory.resolve("sealing.key"));
            fill(small.resolve("fill"));
            assertThatExceptionOfType(OpenFailure.class)
                    .isThrownBy(() -> SqlStore.open(SqliteFile.in(data), key))
                    .withMessage("The database in " + data
                            + " cannot be opened: the disk is full: make room on it, and try again");
        } finally {
            new ProcessBuilder("umount", "-l", small.toString()).start().waitFor();
        }
    }

    private Path mounted() throws Exception {
        Path small = Files.createDirectory(directory.resolve("small"));
        int status = -1;
        try {
            status = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=3m,mode=0700", "tmpfs", small.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            // Said below.
        }
        if (status != 0) {
            String notTested = "NOT TESTED: a small disk that is full: only root can mount one";
            System.err.println(notTested);
            Assumptions.abort(notTested);
        }
        return small;
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[1024]);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    @Test
    void aDatabaseThatWasMovedAwayIsNotWrittenUntilItIsBack() throws Exception {
        try (Store store = new Store(data(), Map.of())) {
            assertThat(store.tell("add before")).isEqualTo("added");
            Path file = data().resolve("claviger.db");
            Path away = directory.resolve("away.db");
            Files.move(file, away);
            assertThat(store.tell("add moved"))
                    .startsWith("failed: Nothing was written: The database in ")
                    .contains("was moved, removed or replaced");
            assertThat(store.tell("ready")).isEqualTo("not ready");

            Files.copy(away, file);
            assertThat(store.tell("add replaced")).contains("was moved, removed or replaced");
            assertThat(store.tell("ready")).isEqualTo("not ready");

            Files.move(away, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertThat(store.tell("ready")).isEqualTo("ready");
            assertThat(store.tell("add after")).isEqualTo("added");
            assertThat(store.tell("list")).isEqualTo("users 2");
        }
    }

    @Test
    void aDatabaseThatWasRemovedUnderAnIdleServerMakesItUnready() throws Exception {
        try (Store store = new Store(data(), Map.of())) {
            assertThat(store.tell("ready")).isEqualTo("ready");
            Files.delete(data().resolve("claviger.db"));
            assertThat(store.tell("ready")).isEqualTo("not ready");
        }
    }
}
