package io.claviger.server.upkeep;

import io.claviger.iam.Account;
import io.claviger.iam.Arns;
import io.claviger.iam.MemberAccount;
import io.claviger.iam.Partition;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditedIdentity;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What the audit trail shows of accounts that come and go. */
final class AccountEvents {

    private static final String REGION = "us-east-1";

    private AccountEvents() {}

    /** An account was made by someone at the machine, who counts as the management account's root user. */
    static AuditEvent created(Instant now, MemberAccount member, Account management) {
        return new AuditEvent(
                now,
                AuditedIdentity.rootSigningIn(management.accountId(), management.rootArn(Partition.AWS)),
                new AuditEvent.Action(
                        "organizations.amazonaws.com",
                        AuditEvent.Kind.API_CALL,
                        "CreateAccount",
                        REGION,
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
    static AuditEvent exported(Instant now, String accountId, String recipient) {
        return carried(now, accountId, "ExportAccount", "claviger export", () -> Map.of("recipient", recipient));
    }

    /** An account was taken up from such a file. */
    static AuditEvent imported(Instant now, String accountId) {
        return carried(now, accountId, "ImportAccount", "claviger import", AuditEvent.NOTHING);
    }

    private static AuditEvent carried(
            Instant now, String accountId, String name, String program, Supplier<Map<String, Object>> parameters) {
        return new AuditEvent(
                now,
                AuditedIdentity.rootSigningIn(accountId, Arns.root(Partition.AWS, accountId)),
                new AuditEvent.Action("iam.amazonaws.com", AuditEvent.Kind.API_CALL, name, REGION, parameters),
                new AuditEvent.Origin("127.0.0.1", program, null, false, null),
                new AuditEvent.Outcome.Done(AuditEvent.NOTHING),
                UUID.randomUUID().toString());
    }
}
