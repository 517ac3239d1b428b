package io.claviger.storage.sql;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that is open on a session. What its tables ask of it, it asks the session; after the transaction, when
 * the session is another's, it refuses with an {@link IllegalStateException}. For one thread at a time.
 */
final class Transaction {

    private @Nullable Session session;

    Transaction(Session session) {
        this.session = session;
    }

    /** The first row; empty if there is none. */
    <T> Optional<T> one(String sql, Session.Row<T> row, @Nullable Object... parameters) {
        return session().one(sql, row, parameters);
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
        session = null;
    }
}
