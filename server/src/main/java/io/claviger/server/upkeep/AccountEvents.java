package io.claviger.server.upkeep;

import io.claviger.iam.Account;
import io.claviger.iam.MemberAccount;
import io.claviger.iam.Partition;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditedIdentity;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What the audit trail shows of new accounts. */
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
}
