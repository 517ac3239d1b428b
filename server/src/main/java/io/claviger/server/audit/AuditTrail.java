package io.claviger.server.audit;

/** Takes down every call. Safe for use by many threads. */
public interface AuditTrail {

    /** A trail that keeps nothing. */
    AuditTrail NONE = event -> {};

    /**
     * Takes the event down, soon and in order. Does not wait for the disk; where the disk cannot keep up, waits for it
     * within a bound. Never throws.
     */
    void record(AuditEvent event);
}
