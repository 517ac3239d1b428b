package io.claviger.iam.store;

import java.util.function.Function;

/**
 * Transactions on the database. Thread-safe; transactions of different threads may overlap in time, but writing ones
 * take effect one after another. A work that begins another transaction is refused with an {@link
 * IllegalStateException}: all that it needs is asked of the one it is in. A work touches nothing but its transaction,
 * because it is run again if the database undoes that.
 */
public interface Transactions {

    /**
     * Reads one consistent state.
     *
     * @throws StoreFailure when the database fails
     */
    <T> T read(Function<Reading, T> work);

    /**
     * The same for a work that asks for one row or one list: as consistent, and cheaper if the database needs no
     * transaction for it.
     *
     * @throws IllegalStateException if the work asks for more
     * @throws StoreFailure when the database fails
     */
    default <T> T readOne(Function<Reading, T> work) {
        return read(work);
    }

    /**
     * Runs the work in one writing transaction that sees every write acknowledged before it. When this returns, what
     * the work wrote survives the end of the process and of the machine's power, and stands in {@link Store#changes()}.
     * A work that throws leaves nothing behind, and what it threw is thrown on. A work that wrote something takes one
     * revision, the next after the last; one that wrote nothing takes none. The work may run more than once: of all but
     * the last time, nothing stays.
     *
     * @throws StoreFailure when the database fails; nothing was written then
     */
    <T> T write(Function<Writing, T> work);

    /**
     * The same, for a work that may find an entity by its name in memory instead of in the database. It finds what the
     * database would have answered. Unless this is overridden, the database is asked.
     *
     * @throws StoreFailure when the database fails; nothing was written then
     */
    default <T> T write(EntityMemory memory, Function<Writing, T> work) {
        return write(work);
    }
}
