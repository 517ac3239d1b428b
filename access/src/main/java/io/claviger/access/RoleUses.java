package io.claviger.access;

import io.claviger.iam.RoleUse;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Store;
import java.util.Optional;

/**
 * When a session of each role last made a request, gathered in memory and written to the store in batches, so that no
 * request waits for it. A process that is killed loses the uses since the last batch, and nothing else. Thread-safe.
 */
public final class RoleUses {

    private final PendingUses<RoleUse> pending;

    /** Writes to the given store. */
    public RoleUses(Store store) {
        this.pending = new PendingUses<>(store);
    }

    /** Notes a use; of two, the later one stays, whichever is noted first. */
    public void record(RoleUse use) {
        pending.record(use);
    }

    /** The last use of a role by its unique ID, written or not; empty when it never was used. */
    public Optional<RoleUse> last(Reading reading, String roleId) {
        return pending.of(roleId).or(() -> reading.roles().lastUse(roleId));
    }

    /**
     * Writes what was gathered. To be called every few seconds and at the end.
     *
     * @throws io.claviger.iam.store.StoreFailure when the database fails; what was gathered is kept for the next time
     */
    public void flush() {
        pending.flush();
    }
}
