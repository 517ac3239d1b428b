package io.claviger.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditLogTest extends WrittenAudit {

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
                        compressed();
                    }
                }
            }
        }
        List<String> names = names();
        // How many fit depends on how the writer's rounds fell, which make files of different sizes.
        assertThat(names).hasSizeGreaterThan(1).endsWith("2026-11-22.jsonl");
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
}
