package io.claviger.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.LogLines;
import io.claviger.server.audit.AuditEvent.Action;
import io.claviger.server.audit.AuditEvent.Kind;
import io.claviger.server.audit.AuditEvent.Origin;
import io.claviger.server.audit.AuditEvent.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AuditLossesTest extends WrittenAudit {

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
