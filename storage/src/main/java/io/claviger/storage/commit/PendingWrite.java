package io.claviger.storage.commit;

import io.claviger.iam.store.EntityMemory;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.sql.Changes.Touch;
import io.claviger.storage.sql.Rewritten;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sql.SqlWriting;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A work that waits to be written, and then its outcome. The caller's thread hands it to the one that leads the batch
 * and gets it back; each sees what the other wrote before.
 */
final class PendingWrite<T> {

    private final EntityMemory memory;
    private final Function<SqlWriting, T> work;
    private @Nullable Outcome<T> outcome;

    PendingWrite(Function<SqlWriting, T> work) {
        this(EntityMemory.NONE, work);
    }

    /** A work that may find entities in the memory. */
    PendingWrite(EntityMemory memory, Function<SqlWriting, T> work) {
        this.memory = memory;
        this.work = work;
    }

    private sealed interface Outcome<T> {
        record Returned<T>(T value) implements Outcome<T> {}

        record Threw<T>(Throwable thrown) implements Outcome<T> {}
    }

    /** The work threw after it had written something, and no savepoint can undo that. */
    static final class HalfDone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HalfDone(Throwable because) {
            super(because);
        }

        /** Whether the database failed. If not, it is well, and a rollback undoes all. */
        boolean isOfDatabase() {
            return getCause() instanceof StoreFailure;
        }
    }

    /**
     * Runs the work, and keeps what it returned or threw.
     *
     * @param rewritten the entities that the works before it in the transaction wrote; it adds its own
     * @param undoable whether a savepoint is set, at the cost of a statement. The end of the transaction releases it
     * @param undone whether the database undid the transaction that failed so
     * @return what it touched; nothing if it wrote nothing, or was undone
     * @throws HalfDone if something would have to be undone and there is no savepoint
     * @throws StoreFailure if the savepoint fails, or the database undid the transaction: then nothing of it can be relied
     *     upon
     */
    Set<Touch> runWithin(Session session, Rewritten rewritten, boolean undoable, Predicate<StoreFailure> undone) {
        if (undoable) {
            session.run("SAVEPOINT work");
        }
        SqlWriting writing = new SqlWriting(session, memory, rewritten);
        Set<Touch> touched = Set.of();
        try {
            T value = work.apply(writing);
            touched = writing.touched();
            outcome = new Outcome.Returned<>(value);
        } catch (Throwable thrown) {
            if (thrown instanceof StoreFailure failure && undone.test(failure)) {
                throw failure;
            }
            // Any exception is the caller's: the other works of the batch have no part in it.
            outcome = new Outcome.Threw<>(thrown);
            if (undoable) {
                session.run("ROLLBACK TO work");
            } else if (!writing.isClean()) {
                throw new HalfDone(thrown);
            }
        } finally {
            writing.end();
        }
        return touched;
    }

    /** Replaces the outcome, if there was one: the batch was not committed. */
    void fail(Throwable cause) {
        outcome = new Outcome.Threw<>(new StoreFailure("Nothing was written: " + cause.getMessage(), cause));
    }

    /** What the work returned, or throws what it threw. */
    T result() {
        return switch (outcome) {
            case Outcome.Returned<T>(T value) -> value;
            case Outcome.Threw<T>(RuntimeException thrown) -> throw thrown;
            case Outcome.Threw<T>(Error thrown) -> throw thrown;
            case Outcome.Threw<T>(Throwable thrown) -> throw new StoreFailure("Nothing was written", thrown);
            case null -> throw new IllegalStateException("the work was not run");
        };
    }
}
