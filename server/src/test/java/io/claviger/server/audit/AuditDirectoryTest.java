package io.claviger.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.claviger.server.audit.AuditEvent.Action;
import io.claviger.server.audit.AuditEvent.Kind;
import io.claviger.server.audit.AuditEvent.Origin;
import io.claviger.server.audit.AuditEvent.Outcome;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.PrivateDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T23:59:30Z");
    private static final Random RANDOM = new Random(20261122);
    private static final long FILE_SIZE = 300_000;
    private static final long ROOM = 1_500_000;

    @TempDir
    private Path temporary;

    private Path directory = Path.of("");

    @BeforeEach
    void within() {
        directory = temporary.resolve("audit");
    }

    private AuditDirectory open() {
        Retention all = new Retention(Long.MAX_VALUE, Retention.FOREVER);
        return AuditDirectory.open(
                new AuditDirectory.Settings(directory, all, new Retention(ROOM, Retention.FOREVER)), FILE_SIZE);
    }

    private static AuditEvent event(Kind kind, Outcome outcome, String requestId) {
        return new AuditEvent(
                NOW,
                AuditedIdentity.unknown("AKIAIOSFODNN7EXAMPLE"),
                new Action("iam.amazonaws.com", kind, "CreateUser", "us-east-1", AuditEvent.NOTHING),
                new Origin("127.0.0.1", incompressible(), "localhost", false, null),
                outcome,
                requestId);
    }

    /** Letters that a compressor makes little of. */
    private static String incompressible() {
        return RANDOM.ints(1000, '!', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<Path> files(Path within) throws IOException {
        try (Stream<Path> files = Files.list(within)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String text(Path within) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files(within)) {
            try (InputStream in = Files.newInputStream(file);
                    InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
                all.append(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void floodOfUnsignedRequestsDisplacesNoVerifiedEvent() throws IOException {
        Outcome refused = new Outcome.Failed("MissingAuthenticationToken", "no");
        Outcome done = new Outcome.Done(AuditEvent.NOTHING);
        try (AuditDirectory trail = open()) {
            for (int round = 0; round < 20; round++) {
                trail.record(event(Kind.API_CALL, done, "verified-" + round));
                for (int i = 0; i < 500; i++) {
                    trail.record(event(Kind.UNVERIFIED_API_CALL, refused, "flood-" + round + "-" + i));
                }
                while (!trail.isIdle()) {
                    Thread.onSpinWait();
                }
            }
            assertThat(trail.lostVerified()).isZero();
        }
        assertThat(text(directory).lines()).hasSize(20).noneMatch(line -> line.contains("flood"));
        Path strangers = directory.resolve(AuditDirectory.UNVERIFIED);
        List<Path> archived = files(strangers).stream()
                .filter(file -> file.toString().endsWith(".gz"))
                .toList();
        assertThat(archived).isNotEmpty();
        assertThat(archived.getFirst().getFileName().toString()).isGreaterThan("2026-11-22.0002");
        long kept = 0;
        for (Path file : archived) {
            kept += Files.size(file);
        }
        assertThat(kept).isLessThanOrEqualTo(ROOM);
    }

    @Test
    void wrongPasswordsAreStrangersEventsAndTheRightOneIsNot() throws IOException {
        try (AuditDirectory trail = open()) {
            trail.record(event(Kind.SIGN_IN, new Outcome.Failed("AccessDenied", "no"), "wrong"));
            trail.record(event(Kind.SIGN_IN, new Outcome.Done(AuditEvent.NOTHING), "right"));
            trail.record(event(Kind.API_CALL, new Outcome.Failed("AccessDenied", "no"), "denied"));
        }
        assertThat(text(directory)).contains("right", "denied").doesNotContain("wrong");
        assertThat(text(directory.resolve(AuditDirectory.UNVERIFIED))).contains("wrong");
    }

    @Test
    void directoryIsMadeOrCheckedBeforeThereIsAnEvent() throws IOException {
        open().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve(AuditDirectory.UNVERIFIED))))
                .isEqualTo("rwx------");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatExceptionOfType(OpenFailure.class)
                .isThrownBy(this::open)
                .withMessageContaining("The audit directory " + directory + " is open to others");
    }

    @Test
    void fileInItsPlaceIsRefused() throws IOException {
        Files.createFile(directory);
        assertThatExceptionOfType(OpenFailure.class)
                .isThrownBy(this::open)
                .withMessage("The audit directory " + directory + " is not a directory");
        Files.delete(directory);
        PrivateDirectory.prepare(directory, "audit directory");
        Files.createFile(directory.resolve(AuditDirectory.UNVERIFIED));
        assertThatExceptionOfType(OpenFailure.class)
                .isThrownBy(this::open)
                .withMessageEndingWith("unverified is not a directory");
    }
}
