package io.claviger.storage.postgres;

import io.claviger.storage.sql.Session;
import io.claviger.storage.sql.TableShape;
import io.claviger.storage.sqlite.SqliteDatabase;

/** What a newer build may make of a database that this build uses: its scripts only add. */
public final class LaterVersion {

    private LaterVersion() {}

    /** Adds a column to each table, and a table, in one transaction, and counts the version up. */
    public static void make(PostgresUrl url) {
        try (Session session = RealPostgres.shared().session(url.database())) {
            session.run("BEGIN");
            for (TableShape table : SqliteDatabase.MIGRATIONS.tables()) {
                session.run("ALTER TABLE " + table.name() + " ADD COLUMN added_later TEXT NOT NULL DEFAULT 'later'");
            }
            session.run("CREATE TABLE made_later (id BIGINT PRIMARY KEY)");
            session.run("UPDATE schema_version SET version = version + 1");
            session.run("COMMIT");
        }
    }
}
