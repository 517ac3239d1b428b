package io.claviger.storage.commit;

import io.claviger.iam.store.Change;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Changes.Touch;
import io.claviger.storage.sql.Rewritten;
import io.claviger.storage.sql.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Runs batches of works: each whole or not at all, all in one transaction, made durable by one commit. */
final class WriteBatch {

    private static final long KEPT_REVISIONS = 100_000;
    private static final long PRUNE_EVERY = 1_000;

    private final Database database;
    private final ChangeFeed feed;
    private final Commit commit;
    private volatile boolean failed;

    /** Writes through the pool's sessions, of which one at a time is used, and feeds the log what was committed. */
    WriteBatch(Database database, SessionPool writers, ChangeFeed feed) {
        this.database = database;
        this.feed = feed;
        this.commit = database instanceof SharedDatabase shared
                ? new SharedCommit(shared, writers, feed)
                : new SoleCommit(database, writers, feed);
    }

    /** How often transactions did not go as they should; empty if no other process writes. */
    Optional<Conflicts> conflicts() {
        return commit instanceof SharedCommit shared ? Optional.of(shared.conflicts()) : Optional.empty();
    }

    /** Whether a batch failed, and none that wrote something has succeeded since. For any thread. */
    boolean hasFailed() {
        return failed;
    }

    /**
     * Runs the works, and leaves each one's outcome in it. All that they wrote is durable then, or nothing is.
     *
     * @param works asked for while no other process can write, or after that could not be had
     */
    void run(Supplier<List<PendingWrite<?>>> works) {
        try {
            List<Change> written = committed(works);
            feed.append(written);
            // A batch that wrote nothing does not show that the disk takes anything.
            failed = failed && written.isEmpty();
        } catch (RuntimeException | Error e) {
            failed = true;
            works.get().forEach(work -> work.fail(e));
        }
    }

    /**
     * Operations look before they write, so a work that has to be undone is rare. Only then are savepoints set. What a
     * lone work threw stands: the end of its transaction has undone all.
     */
    private List<Change> committed(Supplier<List<PendingWrite<?>>> works) {
        try {
            return commit.run((session, marks) -> perform(session, marks, works.get(), false));
        } catch (PendingWrite.HalfDone e) {
            if (works.get().size() == 1 && !e.isOfDatabase()) {
                return List.of();
            }
            return commit.run((session, marks) -> perform(session, marks, works.get(), true));
        }
    }

    private List<Change> perform(Session session, Set<Touch> marks, List<PendingWrite<?>> works, boolean undoable) {
        List<Set<Touch>> written = new ArrayList<>();
        Rewritten rewritten = new Rewritten();
        for (PendingWrite<?> work : works) {
            Set<Touch> touched =
                    work.runWithin(session, rewritten, undoable, failure -> SharedDatabase.undid(database, failure));
            if (!touched.isEmpty()) {
                written.add(touched);
            }
        }
        if (written.isEmpty()) {
            return List.of();
        }
        if (!marks.isEmpty()) {
            Set<Touch> last = new HashSet<>(written.removeLast());
            last.addAll(marks);
            written.add(last);
        }
        return revise(session, written);
    }

    /** Gives each work that wrote something its revision, and writes the change rows. */
    private List<Change> revise(Session session, List<Set<Touch>> written) {
        long latest = feed.latest();
        List<Changes.Row> rows = Changes.rows(latest + 1, written);
        if (!database.takeRevisions(session, latest, rows)) {
            throw new StoreFailure(
                    database.name() + " was written by another program",
                    new IllegalStateException("revision " + latest + " is not the last"));
        }
        long last = latest + written.size();
        if (last / PRUNE_EVERY != latest / PRUNE_EVERY) {
            Changes.prune(session, last - KEPT_REVISIONS);
        }
        return Changes.together(rows);
    }
}
