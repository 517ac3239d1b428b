package io.claviger.storage;

import io.claviger.iam.store.StoreFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * What is SQLite's own: how a session is opened, and the words for beginning and ending transactions. All other SQL is
 * standard, but for {@code ON CONFLICT}, which PostgreSQL has too.
 *
 * @see <a href="https://www.sqlite.org/pragma.html">Pragmas</a>
 */
final class Sqlite {

    /** Begins a reading transaction; its snapshot is taken at the first read. */
    static final String BEGIN_READING = "BEGIN DEFERRED";

    /** Begins the writing transaction. */
    static final String BEGIN_WRITING = "BEGIN IMMEDIATE";

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
            // macOS alone keeps what fsync wrote in the drive's cache unless asked again.
            "PRAGMA fullfsync = ON");

    private static final SQLiteConfig CONFIG = new SQLiteConfig();

    static {
        // Nobody asks for row IDs; the driver would look one up after every statement that writes.
        CONFIG.setGetGeneratedKeys(false);
    }

    private Sqlite() {}

    /** The session that writes the file. What it commits has reached the disk when the commit returns. */
    static Session writer(Path file) {
        Session session = open("jdbc:sqlite:" + file.toAbsolutePath());
        pragmas(session, WRITER);
        return session;
    }

    /** A session that only reads the file. */
    static Session reader(Path file) {
        Session session = open("jdbc:sqlite:" + file.toAbsolutePath());
        pragmas(session, List.of("PRAGMA query_only = ON"));
        return session;
    }

    /** The only session of a database in memory, which ends with it. */
    static Session inMemory() {
        return open("jdbc:sqlite::memory:");
    }

    private static Session open(String url) {
        NativeLibrary.load();
        // Not by DriverManager, which would load every driver on the class path.
        SQLiteDataSource source = new SQLiteDataSource(CONFIG);
        source.setUrl(url);
        try {
            Session session = new Session(source.getConnection());
            pragmas(session, EVERY_SESSION);
            return session;
        } catch (SQLException e) {
            throw new StoreFailure("The database cannot be opened: " + e.getMessage(), e);
        }
    }

    private static void pragmas(Session session, List<String> pragmas) {
        Connection connection = session.connection();
        try (Statement statement = connection.createStatement()) {
            for (String pragma : pragmas) {
                statement.execute(pragma);
            }
        } catch (SQLException e) {
            session.close();
            throw new StoreFailure("The database cannot be opened: " + e.getMessage(), e);
        }
    }
}
