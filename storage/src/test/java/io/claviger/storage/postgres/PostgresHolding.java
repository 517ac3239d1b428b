package io.claviger.storage.postgres;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.sql.Session;
import java.util.Optional;

/** A writing session that has locked the revision, and then does nothing. */
record PostgresHolding(Session session) implements AutoCloseable {

    static PostgresHolding of(PostgresUrl url) {
        PostgresDatabase database = new PostgresDatabase(url, Optional.empty());
        Session session = database.writer();
        long _ = database.beginAlone(session);
        return new PostgresHolding(session);
    }

    /** Whether the server has ended its connection. */
    boolean isEnded() {
        try {
            session.run("SELECT 1");
            return false;
        } catch (StoreFailure e) {
            return true;
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
