package io.claviger.server.composition;

import io.claviger.server.audit.AuditDirectory;
import io.claviger.server.audit.AuditTrail;
import java.util.Optional;

/**
 * The server's audit trail, or none.
 *
 * @param kept empty for none
 */
public record Audit(Optional<AuditDirectory> kept) implements AutoCloseable {

    /**
     * The trail that the settings want.
     *
     * @throws io.claviger.storage.OpenFailure if its directory cannot be used
     */
    public static Audit of(Settings settings) {
        return new Audit(settings.audit().map(AuditDirectory::open));
    }

    public AuditTrail trail() {
        return kept.<AuditTrail>map(directory -> directory).orElse(AuditTrail.NONE);
    }

    /** Whether nothing is being lost. */
    public boolean isHealthy() {
        return kept.map(AuditDirectory::isWriting).orElse(true);
    }

    @Override
    public void close() {
        kept.ifPresent(AuditDirectory::close);
    }
}
