package io.claviger.storage.sqlite;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.sql.DatabaseTrouble;
import io.claviger.storage.sql.Session;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Opens SQLite's sessions, and sets what each kind needs.
 *
 * @see <a href="https://www.sqlite.org/pragma.html">Pragmas</a>
 */
final class SqliteSessions {

    private static final List<String> EVERY_SESSION = List.of(
            "PRAGMA busy_timeout = 10000",
            "PRAGMA foreign_keys = ON",
            "PRAGMA trusted_schema = OFF",
            // Sorting must not leave entities in files outside of the data directory.
            "PRAGMA temp_store = MEMORY",
            "PRAGMA cache_size = -16384");

    private static final List<String> WRITER = List.of(
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            // Four times SQLite's own: a page that several transactions wrote is copied to the file once.
            "PRAGMA wal_autocheckpoint = 4000",
            // Only macOS keeps what fsync wrote in the drive's cache unless asked again.
            "PRAGMA fullfsync = ON");

    private static final List<String> READER = List.of("PRAGMA query_only = ON");

    private static final SQLiteConfig CONFIG = new SQLiteConfig();

    static {
        // Nobody asks for row IDs; the driver would look one up after every statement that writes.
        CONFIG.setGetGeneratedKeys(false);
    }

    private SqliteSessions() {}

    /** The session that writes the file. What it commits has reached the disk when the commit returns. */
    static Session writer(Path file) {
        return open("jdbc:sqlite:" + file.toAbsolutePath(), WRITER);
    }

    /** A session that only reads the file. */
    static Session reader(Path file) {
        return open("jdbc:sqlite:" + file.toAbsolutePath(), READER);
    }

    /** A session that neither changes how the file is kept nor writes it; copying is all that it is for. */
    static Session copier(Path file) {
        return open("jdbc:sqlite:" + file.toAbsolutePath(), List.of());
    }

    /** The only session of a database in memory, which ends with it. */
    static Session inMemory() {
        return open("jdbc:sqlite::memory:", List.of());
    }

    private static Session open(String url, List<String> pragmas) {
        NativeLibrary.load();
        // Not by DriverManager, which would load every driver on the class path.
        SQLiteDataSource source = new SQLiteDataSource(CONFIG);
        source.setUrl(url);
        try {
            Connection connection = source.getConnection();
            try {
                set(connection, EVERY_SESSION);
                set(connection, pragmas);
                return new Session(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreFailure(DatabaseTrouble.reason(e), e);
        }
    }

    private static void set(Connection connection, List<String> pragmas) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String pragma : pragmas) {
                statement.execute(pragma);
            }
        }
    }
}
