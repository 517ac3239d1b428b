package io.claviger.storage.sqlite;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.FileTrouble;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sql.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A database in a file in write-ahead mode: one session writes, and others read beside it.
 *
 * @see <a href="https://www.sqlite.org/wal.html">Write-ahead logging</a>
 */
public final class SqliteFile extends SqliteDatabase {

    private final String name;
    private final DataDirectory directory;
    private final Path file;
    private final @Nullable Object fileKey;

    private SqliteFile(String name, DataDirectory directory, Path file) throws IOException {
        this.name = name;
        this.directory = directory;
        this.file = file;
        this.fileKey = key(file);
    }

    /** What this file has and no other that may stand in its place; null if the system knows nothing of the kind. */
    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
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
        } catch (OpenFailure e) {
            directory.letGo(e);
            throw e;
        } catch (IOException e) {
            directory.letGo(e);
            throw new OpenFailure(name + " cannot be opened: " + FileTrouble.reason(e, path), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** Refuses a file that stands in the place of the one that was opened: its write-ahead log is not its own. */
    @Override
    public void requireInPlace() {
        Exception because;
        try {
            if (Objects.equals(key(file), fileKey)) {
                return;
            }
            because = new IllegalStateException("it is another file");
        } catch (IOException e) {
            because = e;
        }
        throw new StoreFailure(
                name + " was moved, removed or replaced under the running server: put " + file
                        + " back, or stop the server, claviger restore a backup, and start again",
                because);
    }

    @Override
    public Session writer() {
        requireInPlace();
        return SqliteSessions.writer(file);
    }

    @Override
    public Session reader() {
        requireInPlace();
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
