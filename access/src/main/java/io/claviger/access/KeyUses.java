package io.claviger.access;

import io.claviger.iam.KeyUse;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Store;
import java.util.Optional;

/**
 * When each access key was last used, gathered in memory and written to the store in batches, so that no request waits
 * for it. A process that is killed loses the uses since the last batch, and nothing else. Thread-safe.
 */
public final class KeyUses {

    private final PendingUses<KeyUse> pending;

    /** Writes to the given store. */
    public KeyUses(Store store) {
        this.pending = new PendingUses<>(store);
    }

    /** Notes a use; of two, the later one stays, whichever is noted first. */
    public void record(KeyUse use) {
        pending.record(use);
    }

    /** The last use of a key, written or not; empty when it never was used. */
    public Optional<KeyUse> last(Reading reading, String accessKeyId) {
        return pending.of(accessKeyId).or(() -> reading.keys().lastUse(accessKeyId));
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
