package io.claviger.storage.commit;

import io.claviger.iam.store.Change;
import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.sealing.SealingRing;
import io.claviger.storage.sql.Changes.Committed;
import io.claviger.storage.sql.Session;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings the log what was committed: by this process, and by others if the database is shared. The same change may come
 * both ways, and counts once. Thread-safe.
 */
final class ChangeFeed {

    private final ChangeLog log;
    private final Consumer<Session> keys;

    /**
     * Feeds a log.
     *
     * @param keys reads again under which key secrets are sealed; called before the log has the change of it
     */
    ChangeFeed(ChangeLog log, Consumer<Session> keys) {
        this.log = log;
        this.keys = keys;
    }

    /** Asks the database what is committed, with the changes after a revision. */
    interface Look {
        Committed after(Session session, long known);
    }

    /** The revision that the log has come to. */
    long latest() {
        return log.latest();
    }

    /** Appends changes that follow one another, of which the log may have the first ones. */
    void append(List<Change> changes) {
        if (!changes.isEmpty()) {
            append(changes, changes.getLast().revision());
        }
    }

    /**
     * Asks the database what is committed, and takes what the log lacks. If the database keeps the rows no longer, or there
     * are more than the log holds, the log skips them, and all that is cached counts as stale. So it does after a change of
     * the sealing key.
     *
     * @throws StoreFailure if the log knows of a later revision: then the database has lost commits, and others with the
     *     same numbers may follow, so nothing that is cached can be relied on
     */
    void catchUp(Session session, Look look) {
        long known = log.latest();
        Committed committed = look.after(session, known);
        long revision = committed.revision();
        if (revision < known) {
            throw new StoreFailure(
                    "The database has lost commits: its revision is " + revision + ", and was " + known
                            + ". Start this server again if the database is to stay so",
                    new IllegalStateException("revision " + revision + " after " + known));
        }
        if (revision > known) {
            List<Change> changes = revision - known > ChangeLog.CAPACITY ? List.of() : committed.changes();
            if (mayChangeKeys(changes, known)) {
                keys.accept(session);
                append(List.of(), revision);
            } else {
                append(changes, revision);
            }
        }
    }

    private static boolean mayChangeKeys(List<Change> changes, long known) {
        return changes.isEmpty()
                || changes.getFirst().revision() > known + 1
                || changes.stream().anyMatch(change -> change.touched().contains(SealingRing.ID));
    }

    private synchronized void append(List<Change> changes, long revision) {
        for (Change change : changes) {
            if (change.revision() > log.latest() + 1) {
                log.skipTo(change.revision() - 1);
            }
            if (change.revision() > log.latest()) {
                log.append(change);
            }
        }
        if (log.latest() < revision) {
            log.skipTo(revision);
        }
    }
}
