package io.claviger.storage;

import io.claviger.iam.store.Change;
import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.StoreFailure;
import java.util.ArrayList;
import java.util.List;

/** Runs batches of works: each within its savepoint, all in one transaction, made durable by one commit. */
final class WriteBatch {

    private static final long KEPT_REVISIONS = 100_000;
    private static final long PRUNE_EVERY = 1_000;

    private final SessionPool writers;
    private final ChangeLog log;

    /** Writes through the pool's sessions, of which one at a time is used, and appends to the log what was committed. */
    WriteBatch(SessionPool writers, ChangeLog log) {
        this.writers = writers;
        this.log = log;
    }

    /** Leaves every work's outcome in it. Either all that the works wrote is durable then, or nothing is. */
    void run(List<? extends PendingWrite<?>> works) {
        try {
            Session session = writers.borrow();
            try {
                commit(session, works).forEach(log::append);
            } finally {
                writers.giveBack(session);
            }
        } catch (RuntimeException | Error e) {
            works.forEach(work -> work.fail(e));
        }
    }

    private List<Change> commit(Session session, List<? extends PendingWrite<?>> works) {
        List<Change> changes = new ArrayList<>();
        try {
            session.run(Sqlite.BEGIN_WRITING);
            for (PendingWrite<?> work : works) {
                Change change = work.runWithin(session, log.latest() + 1 + changes.size());
                if (change != null) {
                    changes.add(change);
                }
            }
            if (!changes.isEmpty()) {
                revise(session, changes.getLast().revision());
            }
            session.run("COMMIT");
            return changes;
        } catch (RuntimeException | Error e) {
            rollBack(session, e);
            throw e;
        }
    }

    private void revise(Session session, long revision) {
        Changes.setRevision(session, revision);
        if (revision / PRUNE_EVERY != log.latest() / PRUNE_EVERY) {
            Changes.prune(session, revision - KEPT_REVISIONS);
        }
    }

    private static void rollBack(Session session, Throwable because) {
        try {
            session.run("ROLLBACK");
        } catch (StoreFailure e) {
            // SQLite ends the transaction itself after some failures. If it did not, the next batch fails at its
            // beginning and comes here again.
            because.addSuppressed(e);
        }
    }
}
