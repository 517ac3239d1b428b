package io.claviger.iam.store;

import io.claviger.iam.Use;
import java.util.Collection;

/** The port of the database: its transactions, the log of what they changed, and its life. Thread-safe. */
public interface Store extends Transactions, AutoCloseable {

    /** The changes that writing transactions made, in the order in which they took effect. */
    ChangeLog changes();

    /**
     * Records the latest uses of keys, roles and actions. Takes no revision and changes nothing that is cached: uses are
     * reported, and nothing relies on them. A use earlier than the one on record is ignored, as is a use of what no
     * longer exists.
     *
     * @throws StoreFailure when the database fails
     */
    void recordUses(Collection<? extends Use> uses);

    /**
     * Whether {@link #changes} has all that was committed until a moment ago, by whichever process. If it has not, nothing
     * that is cached may be relied on. True at all times if no other process writes to the database. Costs next to nothing.
     */
    boolean isCurrent();

    /**
     * Whether the database answers, and takes writes as far as anyone knows, for a health check: never throws. If the
     * last write failed, this tries one itself, so that a database nobody writes to is found to be well again.
     */
    boolean isReady();

    /** Ends all connections, after the transactions under way. */
    @Override
    void close();
}
