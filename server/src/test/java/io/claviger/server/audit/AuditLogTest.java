package io.claviger.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.audit.AuditEvent.Action;
import io.claviger.server.audit.AuditEvent.Kind;
import io.claviger.server.audit.AuditEvent.Origin;
import io.claviger.server.audit.AuditEvent.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    private static final Instant NOW = Instant.parse("2026-11-22T23:59:30Z");

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void within() {
        directory = temporary.resolve("audit");
    }

    private static AuditEvent event(Instant time, String requestId) {
        return new AuditEvent(
                time,
                AuditedIdentity.unknown("AKIAIOSFODNN7EXAMPLE"),
                new Action(
                        "iam.amazonaws.com",
                        Kind.API_CALL,
                        "CreateUser",
                        "us-east-1",
                        () -> Map.of("userName", "bob \"the\"\nbuilder\u2028")),
                new Origin("127.0.0.1", "agent", "localhost", false, null),
                new Outcome.Failed("AccessDenied", "no"),
                requestId);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> allLines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names()) {
            try (InputStream file = Files.newInputStream(directory.resolve(name));
                    InputStream text = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
                new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
            }
        }
        return lines;
    }

    @Test
    void everyEventIsALineInTheOrderOfTheirRecording() throws IOException {
        try (AuditLog log = AuditLog.in(directory, AuditLog.FILE_SIZE, 10)) {
            for (int i = 0; i < 5000; i++) {
                log.record(event(NOW, "request-" + i));
            }
        }
        assertThat(names()).containsExactly("2026-11-22.jsonl");
        List<String> lines = allLines();
        assertThat(lines).hasSize(5000).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(IntStream.range(0, 5000).filter(i -> !lines.get(i).contains("\"requestID\":\"request-" + i + "\"")))
                .isEmpty();
    }

    @Test
    void filesAreForTheirOwnerAlone() throws IOException {
        try (AuditLog log = AuditLog.in(directory, 2000, 10)) {
            for (int i = 0; i < 10; i++) {
                log.record(event(NOW, "request-" + i));
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        for (String name : names()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void newDayBeginsANewFileAndTheOldOneIsCompressed() throws IOException {
        try (AuditLog log = AuditLog.in(directory, AuditLog.FILE_SIZE, 10)) {
            log.record(event(NOW, "yesterday"));
            log.record(event(NOW.plus(Duration.ofMinutes(1)), "today"));
        }
        assertThat(names()).containsExactly("2026-11-22.0001.jsonl.gz", "2026-11-23.jsonl");
        assertThat(allLines()).hasSize(2);
    }

    @Test
    void fullFileIsNumberedAndCompressedAndNothingIsLost() throws IOException {
        for (int start = 0; start < 3; start++) {
            try (AuditLog log = AuditLog.in(directory, 20_000, 100)) {
                for (int i = 0; i < 100; i++) {
                    log.record(event(NOW, "start-" + start + "-request-" + i));
                    if (i % 10 == 0) {
                        settle(log);
                    }
                }
            }
        }
        assertThat(names()).hasSizeGreaterThan(5).endsWith("2026-11-22.jsonl");
        assertThat(names().subList(0, names().size() - 1)).allMatch(name -> name.endsWith(".jsonl.gz"));
        assertThat(allLines()).hasSize(300).doesNotHaveDuplicates();
    }

    /** Lets the writer come round, so that it does not write all in one go. */
    private static void settle(AuditLog log) {
        while (!log.isIdle()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void oldestFilesBeyondTheNumberToKeepAreDeleted() throws IOException {
        try (AuditLog log = AuditLog.in(directory, AuditLog.FILE_SIZE, 3)) {
            for (int day = 0; day < 8; day++) {
                log.record(event(NOW.plus(Duration.ofDays(day)), "day-" + day));
            }
        }
        assertThat(names())
                .containsExactly(
                        "2026-11-26.0001.jsonl.gz",
                        "2026-11-27.0001.jsonl.gz",
                        "2026-11-28.0001.jsonl.gz",
                        "2026-11-29.jsonl");
    }

    @Test
    void whenTheDiskFailsLossesAreCountedUntilItWorksAgain() throws IOException {
        Files.writeString(directory, "in the way");
        try (AuditLog log = AuditLog.in(directory, AuditLog.FILE_SIZE, 3)) {
            log.record(event(NOW, "lost"));
            settle(log);
            assertThat(log.isWriting()).isFalse();
            assertThat(log.lost()).isEqualTo(1);

            Files.delete(directory);
            log.record(event(NOW, "kept"));
            settle(log);
            assertThat(log.isWriting()).isTrue();
            assertThat(log.lost()).isEqualTo(1);
        }
        assertThat(allLines()).hasSize(1);
    }

    @Test
    void whenTheDiskWorksAgainTheTrailFindsOutWithoutAnEvent() throws Exception {
        Files.writeString(directory, "in the way");
        try (AuditLog log = AuditLog.in(directory, AuditLog.FILE_SIZE, 3)) {
            log.record(event(NOW, "lost"));
            settle(log);
            assertThat(log.isWriting()).isFalse();

            Files.delete(directory);
            while (!log.isWriting()) {
                Thread.sleep(10);
            }
            assertThat(names()).as("nothing is left of the attempt").isEmpty();
            log.record(event(NOW, "kept"));
        }
        assertThat(allLines()).singleElement().asString().contains("kept");
    }

    @Test
    void lineThatWasCutOffDoesNotTakeTheNextOneAlong() throws IOException {
        Files.createDirectory(directory);
        Files.writeString(directory.resolve("2026-11-22.jsonl"), "{\"eventVersion\":\"1.1");
        try (AuditLog log = AuditLog.in(directory, AuditLog.FILE_SIZE, 3)) {
            log.record(event(NOW, "next"));
        }
        assertThat(allLines()).hasSize(2).last().asString().startsWith("{").contains("next");
    }

    @Test
    void fileThatWasMovedAwayIsBegunAgain() throws IOException {
        Path away = temporary.resolve("away");
        try (AuditLog log = AuditLog.in(directory, AuditLog.FILE_SIZE, 3)) {
            log.record(event(NOW, "before"));
            settle(log);
            Files.move(directory, away);
            log.record(event(NOW, "after"));
            settle(log);
            assertThat(log.isWriting()).isTrue();
            assertThat(log.lost()).isZero();
        }
        assertThat(allLines()).singleElement().asString().contains("after");
        assertThat(Files.readString(away.resolve("2026-11-22.jsonl"))).contains("before");
    }

    @Test
    void eventThatCannotBeToldIsCountedAndTheOthersAreWritten() throws IOException {
        AuditEvent faulty = new AuditEvent(
                NOW,
                AuditedIdentity.unknown(null),
                new Action("iam.amazonaws.com", Kind.API_CALL, "X", "us-east-1", () -> {
                    throw new IllegalStateException("parameters that cannot be told");
                }),
                new Origin("127.0.0.1", null, null, false, null),
                new Outcome.Done(AuditEvent.NOTHING),
                "faulty");
        try (AuditLog log = AuditLog.in(directory, AuditLog.FILE_SIZE, 3)) {
            log.record(faulty);
            log.record(event(NOW, "fine"));
            settle(log);
            assertThat(log.lost()).isEqualTo(1);
        }
        assertThat(allLines()).singleElement().asString().contains("\"requestID\":\"fine\"");
    }
}
