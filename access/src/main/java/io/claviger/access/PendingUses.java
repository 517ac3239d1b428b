package io.claviger.access;

import io.claviger.iam.Use;
import io.claviger.iam.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The latest uses of one kind, gathered in memory and written to the store in batches, so that no request waits for
 * them. A process that is killed loses the uses since the last batch, and nothing else. Thread-safe.
 */
final class PendingUses<U extends Use> {

    private final Store store;
    private final ConcurrentHashMap<Object, U> pending = new ConcurrentHashMap<>();

    PendingUses(Store store) {
        this.store = store;
    }

    /** Notes a use; of two of one subject, the later one stays, whichever is noted first. */
    void record(U use) {
        pending.merge(use.subject(), use, (noted, other) -> other.date().isBefore(noted.date()) ? noted : other);
    }

    /** The latest use of a subject that is not written yet. */
    Optional<U> of(Object subject) {
        return Optional.ofNullable(pending.get(subject));
    }

    /**
     * Writes what was gathered.
     *
     * @throws io.claviger.iam.store.StoreFailure when the database fails; what was gathered is kept for the next time
     */
    void flush() {
        List<U> batch = new ArrayList<>(pending.values());
        if (batch.isEmpty()) {
            return;
        }
        store.recordUses(batch);
        // A later use may have taken the place of the one that was written: that one stays for the next batch.
        batch.forEach(use -> pending.remove(use.subject(), use));
    }
}
