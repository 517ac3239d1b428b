package io.claviger.iam.store;

import io.claviger.iam.KeyUse;
import java.util.Collection;

/** The port of the database: its transactions, and what a server needs of it beside them. Thread-safe. */
public interface Store extends Transactions, AutoCloseable {

    /** The changes that writing transactions made, in the order in which they took effect. */
    ChangeLog changes();

    /**
     * Records the latest uses of access keys. Takes no revision and changes nothing that is cached: a use is told, not
     * relied upon. An earlier use than the one on record is passed over, as is one of a key that is no more.
     *
     * @throws StoreFailure when the database fails
     */
    void recordUses(Collection<KeyUse> uses);

    /** Whether the database answers, for a health check: never throws. */
    boolean isReady();

    /** Ends all connections, after the transactions under way. */
    @Override
    void close();
}
