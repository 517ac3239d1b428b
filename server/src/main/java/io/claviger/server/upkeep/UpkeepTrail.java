package io.claviger.server.upkeep;

import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditLog;
import io.claviger.server.audit.Retention;
import io.claviger.server.command.UnusableSetting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The audit trail for commands that change a store while no server has it. An event is written before what it reports is
 * committed: what cannot be audited is not done.
 *
 * @param directory where the trail is; empty if there is none
 */
record UpkeepTrail(Optional<Path> directory) {

    /** Only the server, which knows its options, deletes files. */
    private static final Retention ALL = new Retention(Long.MAX_VALUE, Retention.FOREVER);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    static UpkeepTrail in(Optional<Path> directory) {
        return new UpkeepTrail(directory);
    }

    /**
     * Writes an event.
     *
     * @throws UnusableSetting if it cannot be written
     */
    void record(AuditEvent event) {
        directory.ifPresent(path -> write(path, event));
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
