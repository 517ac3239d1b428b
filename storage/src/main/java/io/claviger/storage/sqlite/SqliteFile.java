package io.claviger.storage.sqlite;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sql.Session;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A database in a file in write-ahead mode: one session writes, and others read beside it.
 *
 * @see <a href="https://www.sqlite.org/wal.html">Write-ahead logging</a>
 */
public final class SqliteFile extends SqliteDatabase {

    private final String name;
    private final DataDirectory directory;
    private final Path file;

    private SqliteFile(String name, DataDirectory directory, Path file) {
        this.name = name;
        this.directory = directory;
        this.file = file;
    }

    /**
     * The database {@code claviger.db} in a directory, which is made if it does not exist, and held by this process
     * alone until the database is closed.
     *
     * @throws OpenFailure if the directory is in use or open to others, or cannot be written
     */
    public static SqliteFile in(Path path) {
        String name = "The database in " + path;
        DataDirectory directory = DataDirectory.open(path);
        try {
            return new SqliteFile(name, directory, directory.database());
        } catch (IOException e) {
            OpenFailure failure = new OpenFailure(name + " cannot be opened: " + e.getMessage(), e);
            try {
                directory.close();
            } catch (IOException also) {
                failure.addSuppressed(also);
            }
            throw failure;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session writer() {
        return SqliteSessions.writer(file);
    }

    @Override
    public Session reader() {
        return SqliteSessions.reader(file);
    }

    @Override
    public boolean hasOneSession() {
        return false;
    }

    @Override
    public void migrate(Session writer) {
        MIGRATIONS.run(writer, "The database " + file);
    }

    @Override
    public void close() {
        try {
            directory.close();
        } catch (IOException e) {
            throw new StoreFailure("The data directory cannot be let go of: " + e.getMessage(), e);
        }
    }
}
