package io.claviger.storage.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Times as they are stored: nanoseconds since 1970, so that nothing is lost. They reach from 1677 to 2262. */
final class Times {

    private static final long PER_SECOND = 1_000_000_000;

    private Times() {}

    static long toColumn(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), PER_SECOND), time.getNano());
    }

    static Instant fromColumn(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochSecond(0, row.getLong(column));
    }
}
