package io.claviger.server;

import io.claviger.server.audit.AuditLog;
import io.claviger.server.audit.AuditTrail;
import java.util.Optional;

/**
 * The server's audit trail, or none.
 *
 * @param log empty for none
 */
record Trail(Optional<AuditLog> log) implements AutoCloseable {

    static Trail of(Settings settings) {
        return new Trail(settings.auditDirectory()
                .map(directory -> AuditLog.in(directory, AuditLog.FILE_SIZE, AuditLog.FILES_KEPT)));
    }

    AuditTrail audit() {
        return log.<AuditTrail>map(trail -> trail).orElse(AuditTrail.NONE);
    }

    /** Whether nothing is being lost. */
    boolean isHealthy() {
        return log.map(AuditLog::isWriting).orElse(true);
    }

    @Override
    public void close() {
        log.ifPresent(AuditLog::close);
    }
}
