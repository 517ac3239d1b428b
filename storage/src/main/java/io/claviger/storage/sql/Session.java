package io.claviger.storage.sql;

import io.claviger.iam.store.StoreFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection and the statements prepared on it: each SQL text is prepared once and kept, so the texts must be
 * constants. A statement that failed is forgotten, because a driver may never reset it. Transactions are begun and ended
 * by statements. For one thread at a time.
 */
public final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private boolean failed;

    /** Takes over a connection in auto-commit mode. */
    public Session(Connection connection) {
        this.connection = connection;
    }

    /** Makes a value of the row that the result set stands on. */
    public interface Row<T> {
        /** Reads the columns that it needs. */
        T read(ResultSet row) throws SQLException;
    }

    /** The first row; empty if there is none. */
    public <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... parameters) {
        try (ResultSet rows = bound(sql, parameters).executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /**
     * Sends several statements together, some of which may have no rows; returns the rows of all.
     *
     * @param sql the statements, with semicolons between them
     */
    public <T> List<T> listOfAll(String sql, Row<T> row, @Nullable Object... parameters) {
        List<T> result = new ArrayList<>();
        try {
            PreparedStatement statements = bound(sql, parameters);
            boolean hasRows = statements.execute();
            while (hasRows || statements.getUpdateCount() != -1) {
                if (hasRows) {
                    read(statements.getResultSet(), row, result);
                }
                hasRows = statements.getMoreResults();
            }
            return result;
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private static <T> void read(ResultSet answer, Row<T> row, List<T> into) throws SQLException {
        try (ResultSet rows = answer) {
            while (rows.next()) {
                into.add(row.read(rows));
            }
        }
    }

    /** All rows, in their order. */
    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
        List<T> result = new ArrayList<>();
        try {
            read(bound(sql, parameters).executeQuery(), row, result);
        } catch (SQLException e) {
            throw failure(sql, e);
        }
        return result;
    }

    /** Whether there is a row. */
    public boolean exists(String sql, @Nullable Object... parameters) {
        return one(sql, row -> true, parameters).isPresent();
    }

    /** Runs a statement that has no result; returns how many rows it wrote. */
    public int run(String sql, @Nullable Object... parameters) {
        try {
            return bound(sql, parameters).executeUpdate();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** Runs a statement that has no result for each of several lists of parameters, which go to the database together. */
    public void runEach(String sql, List<? extends List<? extends @Nullable Object>> parameters) {
        try {
            PreparedStatement statement = prepared(sql);
            for (List<? extends @Nullable Object> each : parameters) {
                bind(statement, each.toArray());
                statement.addBatch();
            }
            int[] _ = statement.executeBatch();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** Runs a text of several statements, none of which has a parameter or a result. */
    public void runScript(String script) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        } catch (SQLException e) {
            throw failure(script, e);
        }
    }

    /** Whether any statement has failed on it. */
    public boolean hasFailed() {
        return failed;
    }

    private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = prepared(sql);
        bind(statement, parameters);
        return statement;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case String text -> statement.setString(i + 1, text);
                case Integer number -> statement.setInt(i + 1, number);
                case Long number -> statement.setLong(i + 1, number);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case Long[] numbers -> statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
                default -> throw new IllegalArgumentException("no column holds a " + parameters[i].getClass());
            }
        }
    }

    private StoreFailure failure(String sql, SQLException e) {
        failed = true;
        PreparedStatement statement = prepared.remove(sql);
        if (statement != null) {
            close(statement, e);
        }
        return new StoreFailure(DatabaseTrouble.reason(e), e);
    }

    private static void close(PreparedStatement statement, SQLException because) {
        try {
            statement.close();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** Ends the connection, whatever state it and its statements are in. */
    @Override
    public void close() {
        SQLException failures = new SQLException("its connection cannot be closed");
        prepared.values().forEach(statement -> close(statement, failures));
        prepared.clear();
        try {
            connection.close();
        } catch (SQLException e) {
            failures.addSuppressed(e);
            throw new StoreFailure(DatabaseTrouble.reason(e), failures);
        }
    }
}
