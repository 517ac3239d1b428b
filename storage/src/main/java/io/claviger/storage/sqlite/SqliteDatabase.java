package io.claviger.storage.sqlite;

import io.claviger.storage.commit.Database;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Migrations;
import io.claviger.storage.sql.Session;
import java.util.List;

/** What is SQLite's own, in a file or in memory. PostgreSQL has all other SQL too, such as {@code ON CONFLICT}. */
public abstract sealed class SqliteDatabase implements Database permits SqliteFile, SqliteMemory {

    /** Takes SQLite's only write lock at once, so no other connection can come between. */
    private static final String BEGIN_WRITING = "BEGIN IMMEDIATE";

    private static final String TAKE_REVISIONS = "UPDATE revision SET number = ? WHERE number = ?";

    /** The tables, in SQLite's words. */
    // Earlier builds ran the first script with Flyway. If that was interrupted, the database has Flyway's table only.
    public static final Migrations MIGRATIONS = new Migrations(
            SqliteDatabase.class,
            List.of(
                    "V1__tables.sql",
                    "V2__roles.sql",
                    "V3__service_linked_roles.sql",
                    "V4__saml_providers.sql",
                    "V5__passwords.sql",
                    "V6__deployment.sql",
                    "V7__issuers.sql",
                    "V8__account_properties.sql",
                    "V9__mfa.sql",
                    "V10__oidc_providers.sql",
                    "V11__credentials.sql",
                    "V12__last_accessed.sql",
                    "V13__delegation_requests.sql",
                    "V14__console.sql",
                    "V15__fido.sql",
                    "V16__report_parts.sql",
                    "V17__hardware_tokens.sql"),
            BEGIN_WRITING,
            "PRAGMA user_version",
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name <> 'flyway_schema_history'");

    @Override
    public final boolean isNew(Session session) {
        return MIGRATIONS.version(session) == 0;
    }

    /** The snapshot is taken at the first read. */
    @Override
    public final void beginReading(Session reader) {
        reader.run("BEGIN DEFERRED");
    }

    @Override
    public final void beginWriting(Session writer) {
        writer.run(BEGIN_WRITING);
    }

    @Override
    public final boolean takeRevisions(Session writer, long last, List<Changes.Row> changes) {
        if (writer.run(TAKE_REVISIONS, changes.getLast().revision(), last) == 0) {
            return false;
        }
        Changes.add(writer, changes);
        return true;
    }
}
