package io.claviger.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.LogLines;
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

    private static final Retention ALL = new Retention(Long.MAX_VALUE, Retention.FOREVER);

    private AuditLog open(long fileSize) {
        return open(fileSize, ALL);
    }

    private AuditLog open(long fileSize, Retention retention) {
        return AuditLog.in(directory, fileSize, retention, Duration.ofSeconds(1));
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
        try (AuditLog log = open(AuditLog.FILE_SIZE)) {
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
        try (AuditLog log = open(2000)) {
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
        try (AuditLog log = open(AuditLog.FILE_SIZE)) {
            log.record(event(NOW, "yesterday"));
            log.record(event(NOW.plus(Duration.ofMinutes(1)), "today"));
        }
        assertThat(names()).containsExactly("2026-11-22.0001.jsonl.gz", "2026-11-23.jsonl");
        assertThat(allLines()).hasSize(2);
    }

    @Test
    void fullFileIsNumberedAndCompressedAndNothingIsLost() throws IOException {
        for (int start = 0; start < 3; start++) {
            try (AuditLog log = open(20_000)) {
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
    void filesOlderThanTheDaysToKeepAreDeleted() throws IOException {
        try (AuditLog log = open(AuditLog.FILE_SIZE, new Retention(Long.MAX_VALUE, 3))) {
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
    void oldestFilesBeyondTheSizeToKeepAreDeletedAndTheLatestStayUnderNewNumbers() throws IOException {
        Retention retention = new Retention(3_000, Retention.FOREVER);
        for (int start = 0; start < 2; start++) {
            try (AuditLog log = open(10_000, retention)) {
                for (int i = 0; i < 300; i++) {
                    log.record(event(NOW, "start-" + start + "-request-" + i));
                    if (i % 10 == 0) {
                        settle(log);
                    }
                }
            }
        }
        List<String> names = names();
        assertThat(names).hasSizeBetween(2, 10).endsWith("2026-11-22.jsonl");
        assertThat(names.getFirst()).isGreaterThan("2026-11-22.0010.jsonl.gz");
        long kept = 0;
        for (String name : names.subList(0, names.size() - 1)) {
            kept += Files.size(directory.resolve(name));
        }
        assertThat(kept).isLessThanOrEqualTo(retention.bytes());
        List<String> lines = allLines();
        assertThat(lines.getLast()).contains("start-1-request-299");
        assertThat(lines).noneMatch(line -> line.contains("start-0-"));
    }

    @Test
    void filesAreInTheOrderOfTheirNumbersEvenIfADayHasTenThousand() throws IOException {
        Files.createDirectory(directory);
        for (String name : List.of(
                "2026-11-21.10000.jsonl.gz",
                "2026-11-21.9999.jsonl.gz",
                "2026-11-21.0002.jsonl",
                "2026-13-45.0001.jsonl.gz",
                "notes.jsonl.gz")) {
            Files.writeString(directory.resolve(name), "x".repeat(100));
        }
        assertThat(ArchivedFile.in(directory).stream().map(ArchivedFile::number))
                .containsExactly(2, 9999, 10000);
        try (AuditLog log = open(AuditLog.FILE_SIZE, new Retention(150, Retention.FOREVER))) {
            log.record(event(NOW, "today"));
        }
        assertThat(names())
                .containsExactly(
                        "2026-11-21.10000.jsonl.gz", "2026-11-22.jsonl", "2026-13-45.0001.jsonl.gz", "notes.jsonl.gz");
    }

    @Test
    void fileThatACrashLeftUncompressedIsCompressedByTheNextStart() throws IOException {
        Files.createDirectory(directory);
        Files.writeString(directory.resolve("2026-11-21.0001.jsonl"), "{}\n");
        Files.writeString(directory.resolve("2026-11-21.0001.jsonl.gz.new"), "half");
        try (AuditLog log = open(AuditLog.FILE_SIZE)) {
            log.record(event(NOW, "today"));
        }
        assertThat(names()).containsExactly("2026-11-21.0001.jsonl.gz", "2026-11-22.jsonl");
    }

    @Test
    void whenTheDiskFailsLossesAreCountedUntilItWorksAgain() throws IOException {
        Files.writeString(directory, "in the way");
        try (AuditLog log = open(AuditLog.FILE_SIZE);
                LogLines lines = LogLines.from(AuditLog.class.getName())) {
            log.record(event(NOW, "lost"));
            settle(log);
            assertThat(log.isWriting()).isFalse();
            assertThat(log.lost()).isEqualTo(1);
            assertThat(lines.messages())
                    .containsExactly("the audit trail in " + directory
                            + " is losing events, 1 so far: something of that name is in the way");

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
        try (AuditLog log = open(AuditLog.FILE_SIZE)) {
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
        try (AuditLog log = open(AuditLog.FILE_SIZE)) {
            log.record(event(NOW, "next"));
        }
        assertThat(allLines()).hasSize(2).last().asString().startsWith("{").contains("next");
    }

    @Test
    void fileThatWasMovedAwayIsBegunAgain() throws IOException {
        Path away = temporary.resolve("away");
        try (AuditLog log = open(AuditLog.FILE_SIZE)) {
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
        try (AuditLog log = open(AuditLog.FILE_SIZE)) {
            log.record(faulty);
            log.record(event(NOW, "fine"));
            settle(log);
            assertThat(log.lost()).isEqualTo(1);
        }
        assertThat(allLines()).singleElement().asString().contains("\"requestID\":\"fine\"");
    }
}
