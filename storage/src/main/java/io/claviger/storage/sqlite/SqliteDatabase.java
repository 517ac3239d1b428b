package io.claviger.storage.sqlite;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.commit.Database;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Migrations;
import io.claviger.storage.sql.Session;
import java.util.List;

/** SQLite's words, be the database in a file or in memory. All other SQL, such as {@code ON CONFLICT}, PostgreSQL has too. */
abstract class SqliteDatabase implements Database {

    /** Takes SQLite's only write lock at once, so no other connection can come between. */
    private static final String BEGIN_WRITING = "BEGIN IMMEDIATE";

    // Flyway ran the script in databases of earlier builds. If it was interrupted, there is no table but its own.
    static final Migrations MIGRATIONS = new Migrations(
            SqliteDatabase.class,
            List.of("V1__tables.sql"),
            BEGIN_WRITING,
            "PRAGMA user_version",
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name <> 'flyway_schema_history'");

    /** The snapshot is taken at the first read. */
    @Override
    public final String beginReading() {
        return "BEGIN DEFERRED";
    }

    @Override
    public final String beginWriting() {
        return BEGIN_WRITING;
    }

    /** Nobody else can write between the question and the commit, so no row needs a lock. */
    @Override
    public final long nextRevision(Session writer) {
        return Changes.revision(writer) + 1;
    }

    /** A connection to SQLite is never lost: there is no network. */
    @Override
    public final boolean isBroken(StoreFailure failure) {
        return false;
    }
}
