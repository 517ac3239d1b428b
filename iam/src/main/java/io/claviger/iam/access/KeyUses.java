package io.claviger.iam.access;

import io.claviger.iam.KeyUse;
import io.claviger.iam.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each access key was last used, gathered in memory and written to the store in batches, so that no request waits
 * for it. A process that is killed loses the uses since the last batch, and nothing else. Thread-safe.
 */
public final class KeyUses {

    private final Store store;
    private final ConcurrentHashMap<String, KeyUse> pending = new ConcurrentHashMap<>();

    /** Writes to the given store. */
    public KeyUses(Store store) {
        this.store = store;
    }

    /** Notes a use; of two, the later one stays, whichever is noted first. */
    public void record(KeyUse use) {
        pending.merge(use.accessKeyId(), use, (noted, other) -> other.date().isBefore(noted.date()) ? noted : other);
    }

    /** The last use of a key, written or not; empty when it never was used. */
    public Optional<KeyUse> last(String accessKeyId) {
        return Optional.ofNullable(pending.get(accessKeyId))
                .or(() -> store.read(reading -> reading.keys().lastUse(accessKeyId)));
    }

    /**
     * Writes what was gathered. To be called every few seconds and at the end.
     *
     * @throws io.claviger.iam.store.StoreFailure when the database fails; what was gathered is kept for the next time
     */
    public void flush() {
        List<KeyUse> batch = new ArrayList<>(pending.values());
        if (batch.isEmpty()) {
            return;
        }
        store.recordUses(batch);
        // A later use may have taken the place of the one that was written: that one stays for the next batch.
        batch.forEach(use -> pending.remove(use.accessKeyId(), use));
    }
}
