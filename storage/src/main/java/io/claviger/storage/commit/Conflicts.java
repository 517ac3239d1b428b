package io.claviger.storage.commit;

import io.claviger.storage.commit.SharedDatabase.Undone;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How often the writing transactions of a shared database did not go as they should, since the start. Thread-safe. */
public final class Conflicts {

    private final Map<Undone, LongAdder> undone = new EnumMap<>(Undone.class);
    private final LongAdder retries = new LongAdder();
    private final LongAdder inDoubt = new LongAdder();

    /** None yet. */
    public Conflicts() {
        for (Undone reason : Undone.values()) {
            undone.put(reason, new LongAdder());
        }
    }

    void undone(Undone reason) {
        of(reason).increment();
    }

    void retried() {
        retries.increment();
    }

    void cameIntoDoubt() {
        inDoubt.increment();
    }

    /** How many transactions the database undid by itself for this reason. */
    public long count(Undone reason) {
        return of(reason).sum();
    }

    /** How many were run again. */
    public long retries() {
        return retries.sum();
    }

    /** During how many commits the connection ended, so that the database was asked what became of them. */
    public long inDoubt() {
        return inDoubt.sum();
    }

    private LongAdder of(Undone reason) {
        return Objects.requireNonNull(undone.get(reason));
    }
}
