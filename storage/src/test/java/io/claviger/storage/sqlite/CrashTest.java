package io.claviger.storage.sqlite;

import static io.claviger.storage.Samples.ACCOUNT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Slice;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.Samples;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sql.Session;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process at random moments, as often as the system property {@code claviger.kills} says. */
class CrashTest {

    private static final int KILLS = Integer.getInteger("claviger.kills", 10);

    @TempDir
    private Path directory;

    private final Set<String> added = new HashSet<>();
    private final Set<String> beingDeleted = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();

    private SqlStore open(Path data) {
        return SqlStore.open(SqliteFile.in(data), new SealingKey.InFile(data.resolve("sealing.key")));
    }

    @Test
    void whatWasAcknowledgedSurvivesAKillAndWhatWasRefusedDoesNotAppear() throws Exception {
        Path data = directory.resolve("data");
        try (SqlStore store = open(data)) {
            Samples.insert(store, Samples.account(ACCOUNT));
        }
        Random random = new Random(42);
        for (int kill = 0; kill < KILLS; kill++) {
            writeAndKill(data, "k" + kill, random.nextInt(400));
            check(data);
        }
        assertThat(added).hasSizeGreaterThan(KILLS);
    }

    private void writeAndKill(Path data, String word, int millis) throws Exception {
        Process writer = ChildJvm.start(CrashingWriter.class, List.of(), List.of(data.toString(), word));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8))) {
            String first = lines.readLine();
            assertThat(first).as("the writer began").isNotNull();
            note(first);
            assertThatThrownBy(() -> open(data)).isInstanceOf(OpenFailure.class).hasMessageContaining("in use");
            Thread killer = Thread.startVirtualThread(() -> killAfter(writer, millis));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
            }
            killer.join();
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private static void killAfter(Process writer, int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // By the handle: Process closes the pipe too, and with it what was said before.
        writer.toHandle().destroyForcibly();
    }

    private void note(String line) {
        String[] words = line.split(" ", -1);
        // A line without its end was cut by the kill.
        if (words.length == 3 && words[2].equals(CrashingWriter.END)) {
            switch (words[0]) {
                case "added" -> added.add(words[1]);
                case "deleting" -> beingDeleted.add(words[1]);
                case "deleted" -> deleted.add(words[1]);
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private void check(Path data) throws Exception {
        try (SqlStore store = open(data);
                Session session = SqliteSessions.reader(data.resolve("claviger.db"))) {
            Set<String> present = Set.copyOf(session.list("SELECT id FROM access_key", row -> row.getString(1)));
            Set<String> certain =
                    added.stream().filter(id -> !beingDeleted.contains(id)).collect(Collectors.toSet());
            assertThat(present).containsAll(certain);
            assertThat(present).doesNotContainAnyElementsOf(deleted);
            assertThat(present).noneMatch(id -> id.startsWith(CrashingWriter.ROLLED_BACK));

            long revision = store.changes().latest();
            assertThat(session.one("SELECT count(DISTINCT revision) FROM change", row -> row.getLong(1)))
                    .contains(revision);
            assertThat(session.one("SELECT max(revision) FROM change", row -> row.getLong(1)))
                    .contains(revision);
            long users = store.read(reading -> reading.accounts().count(ACCOUNT, Counted.USERS));
            List<User> listed = store.read(reading -> reading.users().list(ACCOUNT, Slice.ALL));
            assertThat(listed).hasSize((int) users);
            assertThat(present).hasSize((int) users);
            assertThat(session.list("PRAGMA integrity_check", row -> row.getString(1)))
                    .containsExactly("ok");
            assertThat(session.list("PRAGMA foreign_key_check", row -> row.getString(1)))
                    .isEmpty();
        }
    }
}
