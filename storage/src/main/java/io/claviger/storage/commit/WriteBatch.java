package io.claviger.storage.commit;

import io.claviger.iam.store.Change;
import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Changes.Touch;
import io.claviger.storage.sql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs batches of works: each within its savepoint, all in one transaction, made durable by one commit. The session of a
 * batch that failed is thrown away, because nobody knows what the failure left of it, unless the database ends with it.
 */
final class WriteBatch {

    private static final long KEPT_REVISIONS = 100_000;
    private static final long PRUNE_EVERY = 1_000;

    private final Database database;
    private final SessionPool writers;
    private final ChangeLog log;
    // How far the log may be behind the database: a commit that failed may have reached the disk all the same.
    private long uncertain;
    private volatile boolean failed;

    /**
     * Writes through the pool's sessions, of which one at a time is used, and appends to the log what was committed.
     */
    WriteBatch(Database database, SessionPool writers, ChangeLog log) {
        this.database = database;
        this.writers = writers;
        this.log = log;
        this.uncertain = log.latest();
    }

    /** Whether a batch failed, and none that wrote something has succeeded since. For any thread. */
    boolean hasFailed() {
        return failed;
    }

    /** Runs the works, and leaves each one's outcome in it. All that they wrote is durable then, or nothing is. */
    void run(List<? extends PendingWrite<?>> works) {
        try {
            List<Change> written = commitOn(writers.borrow(), works);
            written.forEach(log::append);
            // A batch that wrote nothing does not show that the disk takes anything.
            failed = failed && written.isEmpty();
        } catch (RuntimeException | Error e) {
            failed = true;
            works.forEach(work -> work.fail(e));
        }
    }

    private List<Change> commitOn(Session session, List<? extends PendingWrite<?>> works) {
        boolean done = false;
        try {
            List<Change> changes = commit(session, works);
            done = true;
            return changes;
        } finally {
            if (done || database.hasOneSession()) {
                writers.giveBack(session);
            } else {
                writers.discard(session);
            }
        }
    }

    private List<Change> commit(Session session, List<? extends PendingWrite<?>> works) {
        try {
            database.beginWriting(session);
            catchUp(session);
            List<Set<Touch>> written = new ArrayList<>();
            for (PendingWrite<?> work : works) {
                Set<Touch> touched = work.runWithin(session);
                if (!touched.isEmpty()) {
                    written.add(touched);
                }
            }
            List<Change> changes = written.isEmpty() ? List.of() : revise(session, written);
            database.requireInPlace();
            uncertain = log.latest() + changes.size();
            session.run("COMMIT");
            return changes;
        } catch (RuntimeException | Error e) {
            rollBack(session, e);
            throw e;
        }
    }

    /** Appends to the log what an earlier commit wrote although it failed; nothing else may have been written. */
    private void catchUp(Session session) {
        if (uncertain > log.latest() && Changes.revision(session) == uncertain) {
            Changes.since(session, log.latest()).forEach(log::append);
        }
        uncertain = log.latest();
    }

    /** Gives each work that wrote something its revision, and writes the change rows. */
    private List<Change> revise(Session session, List<Set<Touch>> written) {
        long latest = log.latest();
        long last = database.takeRevisions(session, written.size());
        if (last - written.size() != latest) {
            throw new StoreFailure(
                    database.name() + " was written by another program",
                    new IllegalStateException((last - written.size()) + " is not revision " + latest));
        }
        List<Change> changes = new ArrayList<>();
        for (Set<Touch> touched : written) {
            changes.add(Changes.add(session, latest + 1 + changes.size(), touched));
        }
        if (last / PRUNE_EVERY != latest / PRUNE_EVERY) {
            Changes.prune(session, last - KEPT_REVISIONS);
        }
        return changes;
    }

    private static void rollBack(Session session, Throwable because) {
        try {
            session.run("ROLLBACK");
        } catch (StoreFailure e) {
            // SQLite ends the transaction itself after some failures.
            because.addSuppressed(e);
        }
    }
}
