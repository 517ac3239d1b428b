package io.claviger.server.upkeep;

import io.claviger.iam.Account;
import io.claviger.iam.Arns;
import io.claviger.iam.MemberAccount;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditedIdentity;
import io.claviger.server.composition.HomeRegion;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the audit trail shows of accounts that come and go.
 *
 * @param now when they do
 * @param home of the server
 */
record AccountEvents(Instant now, HomeRegion home) {

    /** An account was made by someone at the machine, who counts as the management account's root user. */
    AuditEvent created(MemberAccount member, Account management) {
        return new AuditEvent(
                now,
                AuditedIdentity.rootSigningIn(management.accountId(), management.rootArn(home.partition())),
                new AuditEvent.Action(
                        "organizations.amazonaws.com",
                        AuditEvent.Kind.API_CALL,
                        "CreateAccount",
                        home.name(),
                        () -> Map.of("accountName", member.name(), "email", member.email())),
                new AuditEvent.Origin("127.0.0.1", "claviger account", null, false, null),
                new AuditEvent.Outcome.Done(() ->
                        Map.of("createAccountStatus", Map.of("accountId", member.accountId(), "state", "SUCCEEDED"))),
                UUID.randomUUID().toString());
    }

    /**
     * An account was written to a file.
     *
     * @param recipient the SHA-256 of the public key that its secrets were sealed for
     */
    AuditEvent exported(String accountId, String recipient) {
        return carried(accountId, "ExportAccount", "claviger export", () -> Map.of("recipient", recipient));
    }

    /** An account was taken up from such a file. */
    AuditEvent imported(String accountId) {
        return carried(accountId, "ImportAccount", "claviger import", AuditEvent.NOTHING);
    }

    private AuditEvent carried(
            String accountId, String name, String program, Supplier<Map<String, Object>> parameters) {
        return new AuditEvent(
                now,
                AuditedIdentity.rootSigningIn(accountId, Arns.root(home.partition(), accountId)),
                new AuditEvent.Action("iam.amazonaws.com", AuditEvent.Kind.API_CALL, name, home.name(), parameters),
                new AuditEvent.Origin("127.0.0.1", program, null, false, null),
                new AuditEvent.Outcome.Done(AuditEvent.NOTHING),
                UUID.randomUUID().toString());
    }
}
