package io.claviger.iam.store;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The latest changes of a store, in memory. They show whether a cached value is stale without a question to the
 * database: what was read at some revision still holds if no later change touched what it depends on.
 *
 * <p>Only the store appends to it, in revision order, before it acknowledges a write; any thread reads it without
 * locks. Only the last {@value #CAPACITY} changes are kept, and any older value counts as stale.
 */
public final class ChangeLog {

    /** How many changes are kept. */
    public static final int CAPACITY = 8192;

    private final AtomicReferenceArray<Change> ring = new AtomicReferenceArray<>(CAPACITY);
    private volatile long latest;

    /** Begins after the given revision: the one that the store had when it was opened. */
    public ChangeLog(long revision) {
        this.latest = revision;
    }

    /** The revision of the latest change. What is read from the store after this call is at least as new. */
    public long latest() {
        return latest;
    }

    /** Adds the change that follows the latest. Only for the store, from one thread at a time. */
    public void append(Change change) {
        if (change.revision() != latest + 1) {
            throw new IllegalArgumentException("revision " + change.revision() + " does not follow " + latest);
        }
        ring.set(slot(change.revision()), change);
        latest = change.revision();
    }

    /**
     * Goes on from a later revision although the changes up to it are not known: every value of before counts as stale.
     * Only for the store, from one thread at a time.
     */
    public void skipTo(long revision) {
        if (revision < latest) {
            throw new IllegalArgumentException("revision " + revision + " is before " + latest);
        }
        latest = revision;
    }

    /**
     * Whether a value that was read at a revision and depends on these unique IDs still holds at a later one.
     *
     * @param since a revision that {@link #latest} gave before the value was read
     * @param until a revision that {@link #latest} gave since
     */
    public boolean holds(Collection<String> dependencies, long since, long until) {
        if (until - since > CAPACITY) {
            return false;
        }
        for (long revision = since + 1; revision <= until; revision++) {
            Change change = ring.get(slot(revision));
            // A newer change in its place: it was overwritten while we read.
            if (change == null || change.revision() != revision || touchesAny(change, dependencies)) {
                return false;
            }
        }
        return true;
    }

    private static boolean touchesAny(Change change, Collection<String> dependencies) {
        for (String id : change.touched()) {
            if (dependencies.contains(id)) {
                return true;
            }
        }
        return false;
    }

    private static int slot(long revision) {
        return (int) (revision % CAPACITY);
    }
}
