package io.claviger.storage.postgres;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sql.Migrations;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sqlite.SqliteDatabase;
import java.util.regex.Pattern;

/**
 * The tables, made by the scripts that make SQLite's: all that differs is a handful of words, which are translated here.
 * The version is kept in a table. Texts are compared byte by byte, as SQLite does, so that lists have one order everywhere.
 */
final class PostgresSchema {

    private static final String EXISTS =
            "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_version'";
    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS schema_version (
                id      INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
                version INTEGER NOT NULL
            )""";
    private static final String FIRST =
            "INSERT INTO schema_version (id, version) VALUES (1, 0) ON CONFLICT (id) DO NOTHING";
    private static final String FOREIGN =
            "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name <> 'schema_version'";

    private static final Migrations MIGRATIONS = SqliteDatabase.MIGRATIONS.translated(
            PostgresSchema::translate,
            // Of several processes that come to an older database, one runs the scripts, and the others look again.
            "BEGIN; LOCK TABLE schema_version IN ACCESS EXCLUSIVE MODE",
            // There is no row between the making of the table and the first version.
            "SELECT coalesce(max(version), 0) FROM schema_version",
            FOREIGN);

    private PostgresSchema() {}

    /** A replacement in the text of a script. */
    private record Word(Pattern sqlite, String postgres) {

        Word(String sqlite, String postgres) {
            this(Pattern.compile(sqlite), postgres);
        }
    }

    private static final Word[] WORDS = {
        new Word("(?m)--.*$", ""),
        new Word("\\bTEXT\\b", "TEXT COLLATE \"C\""),
        new Word("\\bINTEGER\\b", "BIGINT"),
        new Word("\\bBLOB\\b", "BYTEA"),
        new Word("\\) STRICT(, WITHOUT ROWID)?;", ");"),
        new Word("PRAGMA user_version = (\\d+);", "UPDATE schema_version SET version = $1;")
    };

    /** A script of SQLite's in PostgreSQL's words. */
    static String translate(String script) {
        String text = script;
        for (Word word : WORDS) {
            text = word.sqlite().matcher(text).replaceAll(word.postgres());
        }
        return text;
    }

    static boolean isNew(Session session) {
        return !session.exists(EXISTS) || MIGRATIONS.version(session) == 0;
    }

    static void migrate(Session session, String name) {
        if (!session.exists(EXISTS)) {
            createVersion(session);
        }
        session.run(FIRST);
        MIGRATIONS.run(session, name);
    }

    static void requireVersion(Session session, String name) {
        if (!session.exists(EXISTS)) {
            throw new OpenFailure(name + " is not a database of Claviger");
        }
        MIGRATIONS.requireLatest(session, name);
    }

    /** Two processes may do it at once, and {@code IF NOT EXISTS} does not keep them apart. */
    private static void createVersion(Session session) {
        try {
            session.run(CREATE);
        } catch (StoreFailure e) {
            if (!session.exists(EXISTS)) {
                throw e;
            }
        }
    }
}
