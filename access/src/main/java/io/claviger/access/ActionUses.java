package io.claviger.access;

import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.iam.ActionUse;
import io.claviger.iam.store.Store;
import java.time.Instant;

/**
 * When each principal last used each action, gathered in memory and written to the store in batches, so that no request
 * waits for it. A process that is killed loses the uses since the last batch, and nothing else. Thread-safe.
 */
public final class ActionUses {

    private final PendingUses<ActionUse> pending;

    /** Writes to the given store. */
    public ActionUses(Store store) {
        this.pending = new PendingUses<>(store);
    }

    /**
     * Notes a request of a caller. Sessions count for the role or the user that they are of.
     *
     * @param service such as {@code iam}
     * @param action its name without the prefix
     * @param region the region of the credential scope
     */
    public void record(Caller caller, String service, String action, Instant at, String region) {
        String id = switch (caller.principal()) {
            case RootUser root -> root.accountId();
            case IamUser user -> user.user().id();
            case AssumedRole session -> session.role().id();
            case FederatedUser federated -> federated.makerId();
            case Federated _ -> throw new IllegalArgumentException("nobody signed it");
        };
        pending.record(new ActionUse(caller.accountId(), id, service, action, at, region));
    }

    /**
     * Writes what was gathered. To be called every few seconds, before a report, and at the end.
     *
     * @throws io.claviger.iam.store.StoreFailure when the database fails; what was gathered is kept for the next time
     */
    public void flush() {
        pending.flush();
    }
}
