package io.claviger.storage.commit;

import io.claviger.iam.store.Change;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.commit.SharedDatabase.Undone;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Changes.Touch;
import io.claviger.storage.sql.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Commits to a database that other processes write to as well. The row of the revision is locked before the first work and
 * until the commit, so works of all processes run one after another. A transaction that the database undid by itself is run
 * again. If the connection ends while it commits, the database is asked what became of it: each batch leaves a mark of its
 * own among its change rows, and a process that holds the row of the revision knows that the transaction before has ended.
 */
final class SharedCommit implements Commit {

    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    /** Longer than it takes to make another server the primary. */
    private static final Duration UNKNOWN_AT_MOST = Duration.ofSeconds(40);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(250);

    private final SharedDatabase database;
    private final SessionPool writers;
    private final ChangeFeed feed;
    private final Conflicts conflicts = new Conflicts();
    private final String process = UUID.randomUUID().toString();
    private long batches;

    SharedCommit(SharedDatabase database, SessionPool writers, ChangeFeed feed) {
        this.database = database;
        this.writers = writers;
        this.feed = feed;
    }

    /** A commit during which the connection ended. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Change> changes;
        private final transient Touch mark;
        private final StoreFailure failure;

        Unknown(List<Change> changes, Touch mark, StoreFailure failure) {
            super(failure);
            this.changes = changes;
            this.mark = mark;
            this.failure = failure;
        }
    }

    /** How often transactions did not go as they should. */
    Conflicts conflicts() {
        return conflicts;
    }

    @Override
    public List<Change> run(Batch batch) {
        return Uninterrupted.run(() -> attempt(batch));
    }

    private List<Change> attempt(Batch batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(batch);
            } catch (Unknown unknown) {
                conflicts.cameIntoDoubt();
                return found(unknown);
            } catch (StoreFailure e) {
                Optional<Undone> undone = database.undone(e);
                undone.ifPresent(conflicts::undone);
                if (attempt == ATTEMPTS || undone.isEmpty()) {
                    throw e;
                }
                conflicts.retried();
                pause(FIRST_PAUSE.multipliedBy(ThreadLocalRandom.current().nextLong(1L << attempt) + 1));
            }
        }
    }

    private List<Change> once(Batch batch) {
        Session session = begun();
        boolean done = false;
        try {
            Touch mark = new Touch("", process + ":" + ++batches);
            List<Change> changes = batch.write(session, Set.of(mark));
            commit(session, changes, mark);
            done = true;
            return changes;
        } catch (PendingWrite.HalfDone e) {
            if (!e.isOfDatabase()) {
                session.run("ROLLBACK");
                done = true;
            }
            throw e;
        } finally {
            if (done) {
                writers.giveBack(session);
            } else {
                // The database undoes what a connection that ends has left open.
                writers.discard(session);
            }
        }
    }

    private void commit(Session session, List<Change> changes, Touch mark) {
        try {
            session.run("COMMIT");
        } catch (StoreFailure e) {
            if (changes.isEmpty() || !database.lostConnection(e)) {
                throw e;
            }
            throw new Unknown(changes, mark, e);
        }
    }

    /** A session that holds the row of the revision. One whose connection has ended since it was used is replaced. */
    private Session begun() {
        try {
            return begunOnce();
        } catch (StoreFailure e) {
            if (!database.lostConnection(e)) {
                throw e;
            }
        }
        return begunOnce();
    }

    private Session begunOnce() {
        Session session = writers.borrow();
        boolean begun = false;
        try {
            feed.catchUp(session, database::beginAlone);
            begun = true;
            return session;
        } finally {
            if (!begun) {
                writers.discard(session);
            }
        }
    }

    /** The changes if they were committed after all; fails if they were not, or if nobody can say so in time. */
    private List<Change> found(Unknown unknown) {
        long deadline = System.nanoTime() + UNKNOWN_AT_MOST.toNanos();
        while (true) {
            try {
                if (isCommitted(unknown)) {
                    return unknown.changes;
                }
                throw unknown.failure;
            } catch (StoreFailure e) {
                if (e == unknown.failure) {
                    throw e;
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new StoreFailure(
                            "The connection ended during a commit, and the database cannot be asked whether it was"
                                    + " committed: " + e.getMessage(),
                            e);
                }
            }
            pause(BETWEEN_QUESTIONS);
        }
    }

    private boolean isCommitted(Unknown unknown) {
        Session session = begunOnce();
        boolean done = false;
        try {
            boolean committed = Changes.has(session, unknown.changes.getLast().revision(), unknown.mark);
            session.run("COMMIT");
            done = true;
            return committed;
        } finally {
            if (done) {
                writers.giveBack(session);
            } else {
                writers.discard(session);
            }
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
