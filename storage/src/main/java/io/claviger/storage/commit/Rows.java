package io.claviger.storage.commit;

import io.claviger.storage.sql.Session;
import io.claviger.storage.sql.TableShape;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table, or some of its rows, page by page in the order of its primary key, within the transaction that is open on
 * a session.
 */
final class Rows {

    private static final int PAGE = 500;

    private final Session session;
    private final TableShape table;
    private final List<String> parameters;
    private final String first;
    private final String further;
    private @Nullable Row last;
    private boolean begun;

    /** All rows. */
    Rows(Session session, TableShape table) {
        this(session, table, "1 = 1", List.of());
    }

    /** The rows under a condition with one parameter. */
    Rows(Session session, TableShape table, String condition, String parameter) {
        this(session, table, condition, List.of(parameter));
    }

    private Rows(Session session, TableShape table, String condition, List<String> parameters) {
        this.session = session;
        this.table = table;
        this.parameters = parameters;
        String key = String.join(", ", table.key());
        String order = " ORDER BY " + key + " LIMIT " + PAGE;
        this.first = "SELECT * FROM " + table.name() + " WHERE " + condition + order;
        this.further = "SELECT * FROM " + table.name() + " WHERE " + condition + " AND (" + key + ") > ("
                + marks(table.key().size()) + ")" + order;
    }

    /** A row: the names of its columns, in the order of the alphabet, and what is in them. */
    record Row(List<String> columns, List<@Nullable Object> values) {

        @Nullable
        Object value(String column) {
            return values.get(columns.indexOf(column));
        }

        /** Bytes are compared one by one. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row row
                    && columns.equals(row.columns)
                    && Arrays.deepEquals(values.toArray(), row.values.toArray());
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(values.toArray());
        }

        /** Without what is in it, which may be a secret. */
        @Override
        public String toString() {
            return "Row" + columns;
        }
    }

    /** The next page; empty after the last one. */
    List<Row> next() {
        if (begun && last == null) {
            return List.of();
        }
        List<Row> page = last == null
                ? session.list(first, Rows::read, parameters.toArray())
                : session.list(further, Rows::read, keyOf(last));
        begun = true;
        last = page.isEmpty() ? null : page.getLast();
        return page;
    }

    private @Nullable Object[] keyOf(Row row) {
        List<@Nullable Object> all = new ArrayList<>(parameters);
        table.key().forEach(column -> all.add(row.value(column)));
        return all.toArray();
    }

    /** The statement that inserts a row with the same columns as the last one that was read. */
    String insert() {
        Row like = last;
        if (like == null) {
            throw new IllegalStateException("there is no row");
        }
        return "INSERT INTO " + table.name() + " (" + String.join(", ", like.columns()) + ") VALUES ("
                + marks(like.columns().size()) + ")";
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static Row read(ResultSet row) throws SQLException {
        ResultSetMetaData shape = row.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            columns.add(shape.getColumnName(i));
        }
        Collections.sort(columns);
        List<@Nullable Object> values = new ArrayList<>();
        for (String column : columns) {
            Object value = row.getObject(column);
            values.add(value instanceof Number number ? (Object) number.longValue() : value);
        }
        return new Row(List.copyOf(columns), values);
    }
}
