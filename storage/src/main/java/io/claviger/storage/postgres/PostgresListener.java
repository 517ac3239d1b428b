package io.claviger.storage.postgres;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.commit.SharedDatabase.ChangeListener;
import io.claviger.storage.sql.DatabaseTrouble;
import io.claviger.storage.sql.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

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
    public long await(Duration atMost) {
        try {
            // All that came meanwhile is taken at once; 0 would wait for ever.
            PGNotification[] announced = connection.getNotifications((int) Math.max(1, atMost.toMillis()));
            return Stream.of(announced)
                    .map(PGNotification::getParameter)
                    .mapToLong(PostgresListener::revision)
                    .max()
                    .orElse(0);
        } catch (SQLException e) {
            throw new StoreFailure(DatabaseTrouble.reason(e), e);
        }
    }

    private static long revision(String announced) {
        try {
            return Long.parseLong(announced);
        } catch (NumberFormatException e) {
            return NOT_SAID;
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
