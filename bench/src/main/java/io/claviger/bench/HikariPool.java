package io.claviger.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.claviger.storage.postgres.PostgresUrl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * HikariCP with its defaults, on a PostgreSQL of this machine: connections that commit each statement, and connections whose
 * driver begins and ends transactions. The driver keeps statements prepared. Thread-safe.
 */
final class HikariPool implements AutoCloseable {

    private final HikariDataSource committing;
    private final HikariDataSource transacting;

    /** Of so many connections of either kind. */
    HikariPool(PostgresUrl url, Optional<String> password, int size) {
        committing = source(url, password, size, _ -> {});
        transacting = source(url, password, size, config -> {
            config.setAutoCommit(false);
            config.setReadOnly(true);
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        });
    }

    private static HikariDataSource source(
            PostgresUrl url, Optional<String> password, int size, Consumer<HikariConfig> settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:" + url);
        config.setUsername(url.user());
        password.ifPresent(config::setPassword);
        config.setMaximumPoolSize(size);
        // As the store has it on this machine.
        config.addDataSourceProperty("sslmode", "disable");
        settings.accept(config);
        return new HikariDataSource(config);
    }

    /** What is done with a connection that is borrowed for it. */
    interface Work {
        long on(Connection connection) throws SQLException;
    }

    long borrowed(Work work) {
        return borrowed(committing, work);
    }

    /** The driver sends what begins the transaction together with the first statement. */
    long inTransaction(Work work) {
        return borrowed(transacting, connection -> {
            long answer = work.on(connection);
            connection.commit();
            return answer;
        });
    }

    private static long borrowed(HikariDataSource source, Work work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number in the first row. */
    static long number(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("no row");
            }
            return rows.getLong(1);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int _ = statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        committing.close();
        transacting.close();
    }
}
