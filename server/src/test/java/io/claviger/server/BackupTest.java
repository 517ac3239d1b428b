package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Variables;
import io.claviger.server.composition.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Copies of the database, and what is made of them. */
class BackupTest extends UpkeepGround {

    @Test
    void backupWhileTheServerWritesIsOneStateAndServesWhenItIsRestored() throws Exception {
        Path file = directory.resolve("backup.db");
        int written = 0;
        try (RunningServer server = start(data(), Optional.empty())) {
            create(server, "before");
            var writing = new java.util.concurrent.atomic.AtomicBoolean(true);
            var count = new java.util.concurrent.atomic.AtomicInteger();
            Thread writer = Thread.startVirtualThread(() -> {
                while (writing.get()) {
                    try {
                        create(server, "during" + count.getAndIncrement());
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            assertThat(run(NOTHING, "backup", file.toString(), "--data", data().toString()))
                    .as(this::err)
                    .isZero();
            writing.set(false);
            writer.join();
            written = count.get();
            create(server, "after");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names(directory)).containsExactly("backup.db", "data");

        Path restored = directory.resolve("restored");
        assertThat(run(NOTHING, "restore", file.toString(), "--data", restored.toString()))
                .isEqualTo(1);
        assertThat(err()).contains("The sealing key " + restored.resolve("sealing.key") + " is not there");
        assertThat(names(restored)).isEmpty();
        Files.copy(data().resolve("sealing.key"), restored.resolve("sealing.key"));
        assertThat(run(NOTHING, "restore", file.toString(), "--data", restored.toString()))
                .as(this::err)
                .isZero();
        assertThat(names(restored)).containsExactly("claviger.db", "claviger.lock", "sealing.key");
        try (RunningServer server = start(restored, Optional.empty())) {
            String users = call(server.endpoint(), "Action=ListUsers&MaxItems=1000&Version=2010-05-08");
            assertThat(users).contains("<UserName>before</UserName>").doesNotContain("<UserName>after</UserName>");
            for (int i = 0; i < written - 1; i++) {
                boolean isThere = users.contains("<UserName>during" + i + "</UserName>");
                boolean isNextThere = users.contains("<UserName>during" + (i + 1) + "</UserName>");
                assertThat(isThere || !isNextThere).as("one state").isTrue();
            }
        }
    }

    @Test
    void backupWritesOverNothingAndLeavesNothingWhenItFails() throws Exception {
        start(data(), Optional.empty()).close();
        Path file = Files.writeString(directory.resolve("there"), "mine");
        assertThat(run(NOTHING, "backup", file.toString(), "--data", data().toString()))
                .isEqualTo(1);
        assertThat(err()).contains(file + " exists already");
        assertThat(file).hasContent("mine");
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        Path backup = directory.resolve("backup.db");
        assertThat(run(Map.of(Variables.SEALING_KEY, other), "backup", backup.toString(), "--data", data().toString()))
                .isEqualTo(1);
        assertThat(err()).contains("The sealing key that was given is not the one");
        assertThat(run(
                        NOTHING,
                        "backup",
                        backup.toString(),
                        "--data",
                        directory.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err()).contains("There is no database");
        assertThat(run(NOTHING, "backup", directory.resolve("no/such/place").toString(), "--data", data().toString()))
                .isEqualTo(1);
        assertThat(err())
                .endsWith("cannot be written: there is no directory " + directory.resolve("no/such")
                        + ". Make it first\n");
        assertThat(run(NOTHING, "backup", "--data", data().toString())).isEqualTo(2);
        assertThat(err()).contains("FILE is missing");
        assertThat(names(directory)).containsExactly("data", "there");
    }

    @Test
    void restoreWritesOverNoDatabaseAndTakesNothingDamaged() throws Exception {
        start(data(), Optional.empty()).close();
        Path file = directory.resolve("backup.db");
        assertThat(run(NOTHING, "backup", file.toString(), "--data", data().toString()))
                .isZero();
        assertThat(run(NOTHING, "restore", file.toString(), "--data", data().toString()))
                .isEqualTo(1);
        assertThat(err()).contains("There is a database " + data().resolve("claviger.db") + " already");

        // As a lost database leaves it.
        Files.write(data().resolve("claviger.db"), new byte[0]);
        Path log = Files.writeString(data().resolve("claviger.db-wal"), "left");
        assertThat(run(NOTHING, "restore", file.toString(), "--data", data().toString()))
                .isEqualTo(1);
        assertThat(err()).contains(log + " is left of another database");
        Files.delete(log);

        byte[] sound = Files.readAllBytes(file);
        for (int damage = 0; damage < 3; damage++) {
            byte[] bytes = damage == 0 ? new byte[4096] : sound.clone();
            if (damage == 1) {
                java.util.Arrays.fill(bytes, 4096, 9000, (byte) 7);
            }
            Files.write(file, damage == 2 ? java.util.Arrays.copyOf(bytes, bytes.length / 2) : bytes);
            assertThat(run(NOTHING, "restore", file.toString(), "--data", data().toString()))
                    .isEqualTo(1);
            assertThat(err()).startsWith("claviger: The backup " + file + " is damaged");
            assertThat(data().resolve("claviger.db")).isEmptyFile();
        }
        Path fresh = Files.createDirectory(directory.resolve("fresh"));
        Files.copy(data().resolve("sealing.key"), fresh.resolve("sealing.key"));
        assertThat(run(NOTHING, "restore", file.toString(), "--data", fresh.toString()))
                .isEqualTo(1);
        assertThat(names(fresh)).containsExactly("sealing.key");
        Files.write(file, sound);
        assertThat(run(NOTHING, "restore", file.toString(), "--data", data().toString()))
                .as(this::err)
                .isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(call(server.endpoint(), CALLER)).startsWith("HTTP/1.1 200 ");
        }
    }
}
