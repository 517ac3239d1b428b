package io.claviger.server.audit;

import io.claviger.storage.PrivateDirectory;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The trail in a directory: what callers did who proved who they are, and in {@code unverified}, with a queue, files and
 * a quota of its own, what anyone who reaches the port can cause. So no flood displaces a verified event. Thread-safe.
 */
public final class AuditDirectory implements AuditTrail, AutoCloseable {

    /** Where the events are that nobody is known to have signed. */
    static final String UNVERIFIED = "unverified";

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final AuditLog verified;
    private final AuditLog unverified;

    private AuditDirectory(AuditLog verified, AuditLog unverified) {
        this.verified = verified;
        this.unverified = unverified;
    }

    /**
     * Where the trail is, and how long its files are kept.
     *
     * @param unverified of the events that nobody is known to have signed
     * @param node what each line names its node; null if there is one only
     */
    public record Settings(
            Path directory,
            Retention verified,
            Retention unverified,
            @Nullable String node) {

        /** Of a server that is the only one. */
        public Settings(Path directory, Retention verified, Retention unverified) {
            this(directory, verified, unverified, null);
        }
    }

    /**
     * Writes into the directory, which is made if it is not there.
     *
     * @throws io.claviger.storage.OpenFailure if it cannot be used, or others can read it
     */
    public static AuditDirectory open(Settings settings) {
        return open(settings, AuditLog.FILE_SIZE);
    }

    /** The same, with another size of files. */
    static AuditDirectory open(Settings settings, long fileSize) {
        Path directory = PrivateDirectory.prepare(settings.directory(), "audit directory");
        Path strangers = PrivateDirectory.prepare(directory.resolve(UNVERIFIED), "audit directory");
        return new AuditDirectory(
                AuditLog.in(directory, fileSize, settings.verified(), PATIENCE, settings.node()),
                // Strangers do not make a thread wait that others need.
                AuditLog.in(strangers, fileSize, settings.unverified(), Duration.ZERO, settings.node()));
    }

    @Override
    public void record(AuditEvent event) {
        (event.isVerified() ? verified : unverified).record(event);
    }

    /** How many verified events could not be taken down. */
    public long lostVerified() {
        return verified.lost();
    }

    /** How many other events could not be taken down. */
    public long lostUnverified() {
        return unverified.lost();
    }

    /** Whether the last writes succeeded. */
    public boolean isWriting() {
        return verified.isWriting() && unverified.isWriting();
    }

    /** Whether nothing that was recorded is still to be written. */
    boolean isIdle() {
        return verified.isIdle() && unverified.isIdle();
    }

    /** Writes what was recorded before, and ends. */
    @Override
    public void close() {
        try (verified) {
            unverified.close();
        }
    }
}
