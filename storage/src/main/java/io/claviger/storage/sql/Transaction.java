package io.claviger.storage.sql;

import io.claviger.iam.Entity;
import io.claviger.iam.store.EntityMemory;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that is open on a session. What its tables ask of it, it asks the session; after the transaction, when
 * the session is another's, it refuses with an {@link IllegalStateException}. For one thread at a time.
 */
final class Transaction {

    /** As many as a gate looks at for one request. */
    private static final int REMEMBERED = 4;

    private final ArrayDeque<Answer> answers = new ArrayDeque<>(REMEMBERED);
    private final EntityMemory memory;
    private final Rewritten rewritten;
    private @Nullable Session session;
    private int statementsLeft;
    private boolean written;
    private @Nullable Throwable failure;

    /** If more statements are asked for than so many, it refuses with an {@link IllegalStateException}. */
    Transaction(Session session, int statements) {
        this(session, statements, EntityMemory.NONE, new Rewritten());
    }

    /** One in which entities that were not rewritten may be remembered. */
    Transaction(Session session, EntityMemory memory, Rewritten rewritten) {
        this(session, Integer.MAX_VALUE, memory, rewritten);
    }

    private Transaction(Session session, int statements, EntityMemory memory, Rewritten rewritten) {
        this.session = session;
        this.statementsLeft = statements;
        this.memory = memory;
        this.rewritten = rewritten;
    }

    /** What was answered to a question for one row. */
    private record Answer(String sql, List<@Nullable Object> parameters, Optional<?> row) {

        boolean isTo(String asked, List<@Nullable Object> askedParameters) {
            return sql.equals(asked) && parameters.equals(askedParameters);
        }
    }

    /**
     * The first row; empty if there is none. The latest answers are remembered until something is written, since an
     * operation asks for what the gate has just looked at.
     */
    @SuppressWarnings("unchecked") // one text of SQL is always read by one function
    <T> Optional<T> one(String sql, Session.Row<T> row, @Nullable Object... parameters) {
        Session open = session();
        List<@Nullable Object> asked = Arrays.asList(parameters);
        for (Answer answer : answers) {
            if (answer.isTo(sql, asked)) {
                return (Optional<T>) answer.row();
            }
        }
        Optional<T> found = answer(open, asking -> asking.one(sql, row, parameters));
        if (answers.size() == REMEMBERED) {
            answers.removeFirst();
        }
        answers.add(new Answer(sql, asked, found));
        return found;
    }

    /** The entity is about to be added, updated or deleted, and is remembered no longer. */
    void rewrites(Entity entity) {
        rewritten.add(entity);
    }

    /** An entity that is remembered as the database has it; empty if none is. */
    <E extends Entity> Optional<E> remembered(Function<EntityMemory, Optional<E>> name) {
        return session == null ? Optional.empty() : name.apply(memory).filter(entity -> !rewritten.has(entity));
    }

    /** All rows, in their order. */
    <T> List<T> list(String sql, Session.Row<T> row, @Nullable Object... parameters) {
        return answer(session(), open -> open.list(sql, row, parameters));
    }

    /** Whether there is a row. */
    boolean exists(String sql, @Nullable Object... parameters) {
        return answer(session(), open -> open.exists(sql, parameters));
    }

    /** Runs a statement that has no result; returns how many rows it wrote. */
    int run(String sql, @Nullable Object... parameters) {
        return change(open -> open.run(sql, parameters));
    }

    /** Runs statements that write. */
    <T> T change(Function<Session, T> statements) {
        answers.clear();
        written = true;
        return answer(session(), statements);
    }

    private <T> T answer(Session open, Function<Session, T> question) {
        try {
            return question.apply(open);
        } catch (RuntimeException | Error e) {
            failed(e);
            throw e;
        }
    }

    /** Something failed in it, which may have done a part of what it should. */
    void failed(Throwable cause) {
        failure = cause;
    }

    /** Why something failed in it, even if the work went on; null if nothing did. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Whether it leaves nothing to undo. */
    boolean isClean() {
        return !written && failure == null;
    }

    private Session session() {
        if (session == null) {
            throw new IllegalStateException("the transaction has ended");
        }
        if (statementsLeft == 0) {
            throw new IllegalStateException("one statement was promised, and another is asked for");
        }
        statementsLeft--;
        return session;
    }

    /** The transaction ends: nothing is answered any more. */
    void end() {
        answers.clear();
        session = null;
    }
}
