package io.claviger.server.composition;

import io.claviger.server.audit.AuditLog;
import io.claviger.server.audit.AuditTrail;
import java.util.Optional;

/**
 * The server's audit trail, or none.
 *
 * @param log empty for none
 */
public record Audit(Optional<AuditLog> log) implements AutoCloseable {

    public static Audit of(Settings settings) {
        return new Audit(settings.auditDirectory()
                .map(directory -> AuditLog.in(directory, AuditLog.FILE_SIZE, AuditLog.FILES_KEPT)));
    }

    public AuditTrail trail() {
        return log.<AuditTrail>map(kept -> kept).orElse(AuditTrail.NONE);
    }

    /** Whether nothing is being lost. */
    public boolean isHealthy() {
        return log.map(AuditLog::isWriting).orElse(true);
    }

    @Override
    public void close() {
        log.ifPresent(AuditLog::close);
    }
}
