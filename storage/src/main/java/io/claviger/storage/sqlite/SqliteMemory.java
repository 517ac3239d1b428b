package io.claviger.storage.sqlite;

import io.claviger.storage.sql.Session;

/** A new database in the memory of this process, which ends with its only session. */
public final class SqliteMemory extends SqliteDatabase {

    /** A new database. */
    public SqliteMemory() {}

    @Override
    public String name() {
        return "The database in memory";
    }

    @Override
    public Session writer() {
        return SqliteSessions.inMemory();
    }

    /** Refuses: another session would be another database. */
    @Override
    public Session reader() {
        throw new UnsupportedOperationException("a database in memory has one session");
    }

    @Override
    public boolean hasOneSession() {
        return true;
    }

    @Override
    public void migrate(Session writer) {
        MIGRATIONS.run(writer, name());
    }

    /** It is nowhere else. */
    @Override
    public void requireInPlace() {
        // There is no file that somebody could move away.
    }

    @Override
    public void close() {
        // It ended with its session.
    }
}
