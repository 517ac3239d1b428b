package io.claviger.storage.commit;

import io.claviger.iam.store.Change;
import io.claviger.storage.sql.Changes.Touch;
import io.claviger.storage.sql.Session;
import java.util.List;
import java.util.Set;

/** How a batch becomes one transaction. For one thread at a time. */
sealed interface Commit permits SoleCommit, SharedCommit {

    /** What is done within the transaction. */
    interface Batch {

        /**
         * Writes, and returns what changed. If something did, the last change touches the marks as well.
         *
         * @param session one on which the transaction is open, of which the log knows all that was committed before
         */
        List<Change> write(Session session, Set<Touch> marks);
    }

    /**
     * Runs the batch in one transaction and commits it.
     *
     * @throws io.claviger.iam.store.StoreFailure if the database fails; the message says so if it is not known whether it
     *     was committed
     */
    List<Change> run(Batch batch);
}
