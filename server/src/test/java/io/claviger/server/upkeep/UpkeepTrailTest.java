package io.claviger.server.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.store.StoreFailure;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditedIdentity;
import io.claviger.server.command.UnusableSetting;
import io.claviger.storage.OpenFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the trail of a command says is what came of it. */
class UpkeepTrailTest {

    private static final AuditEvent EVENT = new AuditEvent(
            Instant.parse("2026-11-28T12:00:00Z"),
            AuditedIdentity.rootSigningIn("123456789012", "arn:aws:iam::123456789012:root"),
            new AuditEvent.Action(
                    "iam.amazonaws.com", AuditEvent.Kind.API_CALL, "CreateAccessKey", "us-east-1", AuditEvent.NOTHING),
            new AuditEvent.Origin("127.0.0.1", "claviger recover", null, false, null),
            new AuditEvent.Outcome.Done(AuditEvent.NOTHING),
            "1");

    @TempDir
    private Path directory;

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    @Test
    void whatIsNotCommittedIsFollowedByItsFailure() throws IOException {
        UpkeepTrail trail = UpkeepTrail.in(Optional.of(directory.resolve("audit")));
        assertThatThrownBy(() -> trail.committed(() -> {
                    trail.record(EVENT);
                    throw new StoreFailure("Nothing was written: the disk is full", new IOException());
                }))
                .isInstanceOf(UnusableSetting.class)
                .hasMessage("Nothing was written: the disk is full. Credentials shown before are of no use");

        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst()).doesNotContain("errorCode");
        assertThat(lines().getLast())
                .contains("\"errorCode\":\"ServiceUnavailable\"", "the disk is full", "CreateAccessKey");
    }

    @Test
    void aFailureBeforeAnythingWasShownSaysNoMore() throws IOException {
        UpkeepTrail trail = UpkeepTrail.in(Optional.of(directory.resolve("audit")));
        assertThatThrownBy(() -> trail.committed(() -> {
                    throw new StoreFailure("Nothing was written: the disk is full", new IOException());
                }))
                .isInstanceOf(UnusableSetting.class)
                .hasMessage("Nothing was written: the disk is full");
        assertThat(lines()).isEmpty();
    }

    @Test
    void aTrailThatCannotBeUsedIsRefusedBeforeAnythingIsDone() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> UpkeepTrail.in(Optional.of(file)))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining("is not a directory");
    }
}
