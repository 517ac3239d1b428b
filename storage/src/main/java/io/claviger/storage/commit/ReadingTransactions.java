package io.claviger.storage.commit;

import io.claviger.iam.store.Reading;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sql.SqlReading;
import java.util.function.Function;

/** Runs transactions that read, each on a pooled session. Thread-safe. */
final class ReadingTransactions implements AutoCloseable {

    private static final int ATTEMPTS = 8;

    private final Database database;
    private final SessionPool sessions;

    /** Reads on the pool's sessions, which are closed with this. */
    ReadingTransactions(Database database, SessionPool sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    /** How busy its sessions are. */
    PoolLoad load() {
        return sessions;
    }

    /** Has the work read one state. It is run again if the database itself undoes the transaction. */
    <T> T run(Function<Reading, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (StoreFailure e) {
                if (attempt == ATTEMPTS || !SharedDatabase.undid(database, e)) {
                    throw e;
                }
            }
            // If a table has got a column, the statements of all that wait beside it are stale too.
            sessions.discardIdle();
        }
    }

    private <T> T once(Function<Reading, T> work) {
        Session session = begun();
        boolean ended = false;
        try {
            SqlReading reading = new SqlReading(session);
            try {
                return work.apply(reading);
            } finally {
                reading.end();
                session.run("COMMIT");
                ended = true;
            }
        } finally {
            if (ended && !session.hasFailed()) {
                sessions.giveBack(session);
            } else {
                giveUp(session);
            }
        }
    }

    /** Has the work ask for one row or list. No transaction is begun: a statement reads one state by itself. */
    <T> T runOne(Function<Reading, T> work) {
        try {
            return asked(work);
        } catch (StoreFailure e) {
            if (!isLost(e)) {
                throw e;
            }
        }
        sessions.discardIdle();
        return asked(work);
    }

    private <T> T asked(Function<Reading, T> work) {
        Session session = sessions.borrow();
        SqlReading reading = SqlReading.one(session);
        try {
            return work.apply(reading);
        } finally {
            reading.end();
            if (session.hasFailed()) {
                giveUp(session);
            } else {
                sessions.giveBack(session);
            }
        }
    }

    private boolean isLost(StoreFailure failure) {
        return database instanceof SharedDatabase shared && shared.lostConnection(failure);
    }

    /** A session on which a transaction is open. One whose connection ended since it was used is replaced. */
    private Session begun() {
        Session session = sessions.borrow();
        try {
            database.beginReading(session);
            return session;
        } catch (RuntimeException | Error e) {
            giveUp(session);
            if (!(e instanceof StoreFailure failure) || !isLost(failure)) {
                throw e;
            }
        }
        // What ended one connection has ended all that wait beside it.
        sessions.discardIdle();
        Session another = sessions.borrow();
        try {
            database.beginReading(another);
            return another;
        } catch (RuntimeException | Error e) {
            giveUp(another);
            throw e;
        }
    }

    private void giveUp(Session session) {
        if (database.hasOneSession()) {
            sessions.giveBack(session);
        } else {
            sessions.discard(session);
        }
    }

    @Override
    public void close() {
        sessions.close();
    }
}
