package io.claviger.storage.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as they are stored: nanoseconds since 1970, so that nothing is lost. They reach from 1677 to 2262. */
final class Times {

    private static final long PER_SECOND = 1_000_000_000;

    private Times() {}

    static long toColumn(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), PER_SECOND), time.getNano());
    }

    /** The same of a time that need not be there. */
    static @Nullable Long toNullable(@Nullable Instant time) {
        return time == null ? null : toColumn(time);
    }

    /** The same of a column that may be null. */
    static @Nullable Instant fromNullable(ResultSet row, String column) throws SQLException {
        long nanos = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochSecond(0, nanos);
    }

    static Instant fromColumn(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochSecond(0, row.getLong(column));
    }
}
