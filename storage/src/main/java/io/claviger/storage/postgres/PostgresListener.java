package io.claviger.storage.postgres;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.commit.SharedDatabase.ChangeListener;
import io.claviger.storage.sql.DatabaseTrouble;
import io.claviger.storage.sql.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * A connection that {@code LISTEN}s.
 *
 * @see <a href="https://www.postgresql.org/docs/15/sql-listen.html">LISTEN</a>
 */
final class PostgresListener implements ChangeListener {

    private final PGConnection connection;
    private final Session session;

    PostgresListener(PostgresSessions sessions, Duration patience) {
        Connection opened = sessions.open(patience, List.of("LISTEN " + PostgresDatabase.CHANNEL));
        this.session = new Session(opened);
        try {
            this.connection = opened.unwrap(PGConnection.class);
        } catch (SQLException e) {
            session.close();
            throw new StoreFailure(DatabaseTrouble.reason(e), e);
        }
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public void await(Duration atMost) {
        try {
            // All that came meanwhile is taken at once; 0 would wait for ever.
            var _ = connection.getNotifications((int) Math.max(1, atMost.toMillis()));
        } catch (SQLException e) {
            throw new StoreFailure(DatabaseTrouble.reason(e), e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
