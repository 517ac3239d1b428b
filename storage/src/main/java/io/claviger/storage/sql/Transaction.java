package io.claviger.storage.sql;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that is open on a session. What its tables ask of it, it asks the session; after the transaction, when
 * the session is another's, it refuses with an {@link IllegalStateException}. For one thread at a time.
 */
final class Transaction {

    /** As many as a gate looks at for one request. */
    private static final int REMEMBERED = 4;

    private final ArrayDeque<Answer> answers = new ArrayDeque<>(REMEMBERED);
    private @Nullable Session session;

    Transaction(Session session) {
        this.session = session;
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
        Optional<T> found = open.one(sql, row, parameters);
        if (answers.size() == REMEMBERED) {
            answers.removeFirst();
        }
        answers.add(new Answer(sql, asked, found));
        return found;
    }

    /** All rows, in their order. */
    <T> List<T> list(String sql, Session.Row<T> row, @Nullable Object... parameters) {
        return session().list(sql, row, parameters);
    }

    /** Whether there is a row. */
    boolean exists(String sql, @Nullable Object... parameters) {
        return session().exists(sql, parameters);
    }

    /** Runs a statement that has no result; returns how many rows it wrote. */
    int run(String sql, @Nullable Object... parameters) {
        answers.clear();
        return session().run(sql, parameters);
    }

    /** The session. */
    Session session() {
        if (session == null) {
            throw new IllegalStateException("the transaction has ended");
        }
        return session;
    }

    /** The transaction ends: nothing is answered any more. */
    void end() {
        answers.clear();
        session = null;
    }
}
