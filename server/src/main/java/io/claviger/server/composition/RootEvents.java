package io.claviger.server.composition;

import io.claviger.iam.Arns;
import io.claviger.iam.Partition;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditTrail;
import io.claviger.server.audit.AuditedIdentity;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What the audit trail shows of changes for which AWS has no operation, made by the one who starts the server, who counts as
 * the account's root user.
 *
 * @param program that makes them, shown as the user agent
 */
record RootEvents(AuditTrail trail, Partition partition, String region, String accountId, String program) {

    void record(Instant now, String name, Map<String, Object> request, Map<String, Object> response) {
        trail.record(new AuditEvent(
                now,
                AuditedIdentity.rootSigningIn(accountId, Arns.root(partition, accountId)),
                new AuditEvent.Action("iam.amazonaws.com", AuditEvent.Kind.API_CALL, name, region, () -> request),
                new AuditEvent.Origin("127.0.0.1", program, null, false, null),
                new AuditEvent.Outcome.Done(() -> response),
                UUID.randomUUID().toString()));
    }
}
