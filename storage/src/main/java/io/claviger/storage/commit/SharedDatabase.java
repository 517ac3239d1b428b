package io.claviger.storage.commit;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sql.Session;
import java.time.Duration;
import java.util.Optional;

/**
 * A database that several processes write to, each with a store of its own on it. A writing transaction holds the row of
 * the revision from its beginning to its end, so those of all processes run one after another. Thread-safe.
 */
public interface SharedDatabase extends Database {

    /**
     * Begins a transaction that writes, and takes the row of the revision in it; waits while another transaction has it.
     *
     * @return the revision of the last transaction, of whichever process
     */
    long beginAlone(Session writer);

    /** Whether anybody else is connected to the database. */
    boolean isInUse(Session session);

    /**
     * Makes sure that the tables are of the version that this build knows, and leaves them as they are.
     *
     * @throws OpenFailure if they are not
     */
    void requireVersion(Session session);

    /** Begins to listen to what other processes commit; {@code patience} bounds how long its session waits for an answer. */
    ChangeListener listener(Duration patience);

    /** Why the database itself undid a transaction. It may be run again: the reason may not come again. */
    enum Undone {
        /** It could not be put in an order with another one. */
        SERIALIZATION,
        /** It and another one waited for each other. */
        DEADLOCK,
        /** A table has got a column while statements were prepared for it. */
        STALE_PLAN
    }

    /** Why the database itself undid the transaction that failed so; empty if it did not. */
    Optional<Undone> undone(StoreFailure failure);

    /** Whether that was why, in any database: one that is not shared undoes nothing by itself. */
    static boolean undid(Database database, StoreFailure failure) {
        return database instanceof SharedDatabase shared
                && shared.undone(failure).isPresent();
    }

    /** Whether the session failed because its connection ended. */
    boolean lostConnection(StoreFailure failure);

    /** A session that is woken by commits. For one thread at a time. */
    interface ChangeListener extends AutoCloseable {

        /** Reads what was committed, each statement all that was by then. */
        Session session();

        /**
         * Returns after a commit of any process, or after so long.
         *
         * @return the last revision that was announced; 0 if there was none, and {@link #NOT_SAID} if one announcement did
         *     not say its revision
         * @throws StoreFailure if the connection has ended
         */
        long await(Duration atMost);

        /** More than any revision: a commit of an earlier build. */
        long NOT_SAID = Long.MAX_VALUE;

        @Override
        void close();
    }
}
