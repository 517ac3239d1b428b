package io.claviger.storage.postgres;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.sql.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Opens connections to the server that takes writes, and sets what each kind of session needs. Thread-safe.
 *
 * @see <a href="https://jdbc.postgresql.org/documentation/use/">The driver's properties</a>
 */
final class PostgresSessions {

    /** Longer than any commit waits for a standby that answers. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private static final String USUAL_CONNECT_TIMEOUT = "3";

    /**
     * A process that stands still must not hold the row of the revision, for which all others wait; and a commit that is
     * acknowledged has reached the disk, whatever the server's settings say.
     */
    private static final List<String> WRITER = List.of(
            "SET idle_in_transaction_session_timeout = '5s'",
            "SET lock_timeout = '10s'",
            "SELECT set_config('synchronous_commit', 'on', false)"
                    + " WHERE current_setting('synchronous_commit') IN ('off', 'local')");

    private static final List<String> READER = List.of("SET idle_in_transaction_session_timeout = '30s'");

    private final PostgresUrl url;
    private final Optional<String> password;

    PostgresSessions(PostgresUrl url, Optional<String> password) {
        this.url = url;
        this.password = password;
    }

    /** The session that writes. What it commits has reached the disk when the commit returns. */
    Session writer() {
        return new Session(open(ANSWER_WITHIN, WRITER));
    }

    /** A session that only reads. */
    Session reader() {
        return new Session(open(ANSWER_WITHIN, READER));
    }

    /** A connection whose statements are answered within about so long, or fail. */
    Connection open(Duration answerWithin, List<String> settings) {
        try {
            // Not by DriverManager, which would load every driver on the class path.
            Connection connection = new Driver().connect("jdbc:" + address(), properties(answerWithin));
            if (connection == null) {
                throw new SQLException("the driver does not know " + url);
            }
            try {
                set(connection, settings);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreFailure("no connection to " + url + ": " + e.getMessage(), e);
        }
    }

    private String address() {
        return "postgresql://"
                + String.join(
                        ",",
                        url.hosts().stream().map(PostgresUrl.Host::toString).toList()) + "/";
    }

    private Properties properties(Duration answerWithin) {
        Properties properties = new Properties();
        PGProperty.PG_DBNAME.set(properties, url.database());
        PGProperty.USER.set(properties, url.user());
        password.ifPresent(text -> PGProperty.PASSWORD.set(properties, text));
        PGProperty.APPLICATION_NAME.set(
                properties, url.parameter("application_name").orElse("claviger"));
        PGProperty.TARGET_SERVER_TYPE.set(properties, "primary");
        PGProperty.HOST_RECHECK_SECONDS.set(properties, 1);
        PGProperty.CONNECT_TIMEOUT.set(
                properties, url.parameter(PostgresUrl.CONNECT_TIMEOUT).orElse(USUAL_CONNECT_TIMEOUT));
        PGProperty.SOCKET_TIMEOUT.set(properties, (int) Math.max(1, answerWithin.toSeconds()));
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        PGProperty.SSL_MODE.set(properties, url.sslMode());
        url.parameter(PostgresUrl.SSL_ROOT_CERT).ifPresent(file -> PGProperty.SSL_ROOT_CERT.set(properties, file));
        url.parameter(PostgresUrl.SSL_CERT).ifPresent(file -> PGProperty.SSL_CERT.set(properties, file));
        url.parameter(PostgresUrl.SSL_KEY).ifPresent(file -> PGProperty.SSL_KEY.set(properties, file));
        return properties;
    }

    private static void set(Connection connection, List<String> settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
        }
    }
}
