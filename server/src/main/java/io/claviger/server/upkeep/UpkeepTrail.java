package io.claviger.server.upkeep;

import io.claviger.iam.store.StoreFailure;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditLog;
import io.claviger.server.audit.Retention;
import io.claviger.server.command.UnusableSetting;
import io.claviger.storage.PrivateDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The audit trail for commands that change a store while no server has it. An event is written before what it reports is
 * committed: what cannot be audited is not done. If the commit fails, another event says so. For one thread.
 */
final class UpkeepTrail {

    /** Only the server, which knows its options, deletes files. */
    private static final Retention ALL = new Retention(Long.MAX_VALUE, Retention.FOREVER);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Optional<Path> directory;
    private Optional<AuditEvent> written = Optional.empty();

    private UpkeepTrail(Optional<Path> directory) {
        this.directory = directory;
    }

    /**
     * The trail in a directory, which may be made later; none if it is empty.
     *
     * @throws io.claviger.storage.OpenFailure if something is there that cannot be used
     */
    static UpkeepTrail in(Optional<Path> directory) {
        return new UpkeepTrail(
                directory.map(path -> Files.exists(path) ? PrivateDirectory.prepare(path, "audit directory") : path));
    }

    /**
     * Writes an event.
     *
     * @throws UnusableSetting if it cannot be written
     */
    void record(AuditEvent event) {
        directory.ifPresent(path -> write(path, event));
        written = Optional.of(event);
    }

    /**
     * Changes the store, and records events meanwhile.
     *
     * @throws UnusableSetting if the store fails, after an event of it
     */
    <T> T committed(Supplier<T> change) {
        try {
            return change.get();
        } catch (StoreFailure failure) {
            boolean isRecorded = written.isPresent();
            undone(String.valueOf(failure.getMessage()));
            throw new UnusableSetting(
                    failure.getMessage() + (isRecorded ? ". Credentials shown before are of no use" : ""));
        }
    }

    /** Records that what the last event reports was not done after all, if there is an event. */
    void undone(String reason) {
        written.ifPresent(event -> record(new AuditEvent(
                event.time(),
                event.identity(),
                event.action(),
                event.origin(),
                new AuditEvent.Outcome.Failed("ServiceUnavailable", reason),
                event.requestId())));
    }

    private static void write(Path directory, AuditEvent event) {
        AuditLog log = AuditLog.in(directory, AuditLog.FILE_SIZE, ALL, PATIENCE);
        try (log) {
            log.record(event);
        }
        if (log.lost() > 0) {
            throw new UnusableSetting("the audit trail in " + directory + " cannot be written, so nothing was changed."
                    + " Credentials shown before are of no use; --audit-dir names another directory");
        }
    }
}
