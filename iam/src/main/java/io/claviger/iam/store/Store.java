package io.claviger.iam.store;

import io.claviger.iam.KeyUse;
import java.util.Collection;
import java.util.function.Function;

/**
 * The port of the database. Thread-safe; transactions of different threads may overlap in time, but writing ones take
 * effect one after another. A work that begins another transaction is refused with an {@link IllegalStateException}: all
 * that it needs is asked of the one it is in.
 */
public interface Store extends AutoCloseable {

    /**
     * Reads one consistent state.
     *
     * @throws StoreFailure when the database fails
     */
    <T> T read(Function<Reading, T> work);

    /**
     * Runs the work in one writing transaction that sees every write acknowledged before it. When this returns, what the
     * work wrote survives the end of the process and of the machine's power, and stands in {@link #changes()}. A work
     * that throws leaves nothing behind, and what it threw is thrown on. A work that wrote something takes one revision,
     * the next after the last; one that wrote nothing takes none.
     *
     * @throws StoreFailure when the database fails; nothing was written then
     */
    <T> T write(Function<Writing, T> work);

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
