package io.claviger.server.audit;

import io.claviger.server.audit.AuditEvent.Action;
import io.claviger.server.audit.AuditEvent.Kind;
import io.claviger.server.audit.AuditEvent.Origin;
import io.claviger.server.audit.AuditEvent.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An audit log, its directory and the lines in it. */
abstract class WrittenAudit {

    static final Instant NOW = Instant.parse("2026-11-22T23:59:30Z");

    @TempDir
    Path temporary;

    Path directory;

    @BeforeEach
    void within() {
        directory = temporary.resolve("audit");
    }

    static AuditEvent event(Instant time, String requestId) {
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

    static final Retention ALL = new Retention(Long.MAX_VALUE, Retention.FOREVER);

    AuditLog open(long fileSize) {
        return open(fileSize, ALL);
    }

    AuditLog open(long fileSize, Retention retention) {
        return AuditLog.in(directory, fileSize, retention, Duration.ofSeconds(1));
    }

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    List<String> allLines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names()) {
            try (InputStream file = Files.newInputStream(directory.resolve(name));
                    InputStream text = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
                new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
            }
        }
        return lines;
    }

    /** Lets the writer come round, so that it does not write all in one go. */
    static void settle(AuditLog log) {
        while (!log.isIdle()) {
            Thread.onSpinWait();
        }
    }

    /** Waits until full files are compressed: those that wait count as well once there are several. */
    void compressed() throws IOException {
        while (!ArchivedFile.in(directory).stream().allMatch(ArchivedFile::isCompressed)) {
            Thread.onSpinWait();
        }
    }
}
