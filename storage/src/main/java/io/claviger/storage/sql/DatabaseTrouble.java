package io.claviger.storage.sql;

import java.sql.SQLException;

/**
 * Why the database failed, in words that say what the operator can do.
 *
 * @see <a href="https://www.sqlite.org/rescode.html">SQLite's result codes</a>
 */
public final class DatabaseTrouble {

    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int NOT_A_DATABASE = 26;

    private DatabaseTrouble() {}

    /** The reason, to follow a colon. */
    public static String reason(SQLException e) {
        return switch (e.getErrorCode()) {
            case FULL -> "the disk is full: make room on it, and try again";
            case IO_ERROR -> "the disk fails, or the system lets its files grow no further: " + e.getMessage();
            case CORRUPT -> "it is damaged: stop the server, and restore a backup with claviger restore";
            case NOT_A_DATABASE -> "its content is not that of a database";
            default -> "the database failed: " + e.getMessage();
        };
    }
}
