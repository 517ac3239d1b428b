package io.claviger.storage.commit;

import io.claviger.iam.store.Change;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Session;
import java.util.List;
import java.util.Set;

/**
 * Commits to a database that no other process writes to. The session of a batch that failed is thrown away, because nobody
 * knows what the failure left of it, unless the database ends with it.
 */
final class SoleCommit implements Commit {

    private final Database database;
    private final SessionPool writers;
    private final ChangeFeed feed;
    // How far the log may be behind the database: a commit that failed may have reached the disk all the same.
    private long uncertain;

    SoleCommit(Database database, SessionPool writers, ChangeFeed feed) {
        this.database = database;
        this.writers = writers;
        this.feed = feed;
        this.uncertain = feed.latest();
    }

    @Override
    public List<Change> run(Batch batch) {
        Session session = writers.borrow();
        boolean done = false;
        try {
            List<Change> changes = commit(session, batch);
            done = true;
            return changes;
        } catch (PendingWrite.HalfDone e) {
            done = !e.isOfDatabase() && e.getSuppressed().length == 0;
            throw e;
        } finally {
            if (done || database.hasOneSession()) {
                writers.giveBack(session);
            } else {
                writers.discard(session);
            }
        }
    }

    private List<Change> commit(Session session, Batch batch) {
        try {
            database.beginWriting(session);
            catchUp(session);
            List<Change> changes = batch.write(session, Set.of());
            database.requireInPlace();
            uncertain = feed.latest() + changes.size();
            session.run("COMMIT");
            return changes;
        } catch (RuntimeException | Error e) {
            rollBack(session, e);
            throw e;
        }
    }

    /** Appends to the log what an earlier commit wrote although it failed; nothing else may have been written. */
    private void catchUp(Session session) {
        if (uncertain > feed.latest() && Changes.revision(session) == uncertain) {
            feed.catchUp(session, _ -> uncertain);
        }
        uncertain = feed.latest();
    }

    /** What fails here as well is suppressed in what it is because of. */
    private static void rollBack(Session session, Throwable because) {
        try {
            session.run("ROLLBACK");
        } catch (StoreFailure e) {
            // SQLite ends the transaction itself after some failures.
            because.addSuppressed(e);
        }
    }
}
