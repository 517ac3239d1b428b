package io.claviger.storage;

import io.claviger.iam.KeyUse;
import io.claviger.iam.Sealing;
import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Store;
import io.claviger.iam.store.StoreFailure;
import io.claviger.iam.store.Writing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The store on SQLite: one file in write-ahead mode, one writer that commits the works of all waiting callers together,
 * and a few readers beside it, each of whose transactions sees the last commit before its first question. In memory there
 * is a single session, which reading and writing transactions take in turn.
 *
 * <p>Thread-safe. A transaction that is begun within another on the same thread is refused, since in memory, or with all
 * readers busy, it would wait for itself.
 *
 * @see <a href="https://www.sqlite.org/wal.html">Write-ahead logging</a>
 */
public final class SqliteStore implements Store {

    private static final int READERS = Math.clamp(Runtime.getRuntime().availableProcessors() * 2L, 4, 16);

    private final SessionPool writers;
    private final SessionPool readers;
    private final @Nullable DataDirectory directory;
    private final Sealing sealing;
    private final ChangeLog changes;
    private final GroupCommit<PendingWrite<?>> commits;
    private final ThreadLocal<Boolean> within = ThreadLocal.withInitial(() -> false);

    private SqliteStore(SessionPool writers, SessionPool readers, @Nullable DataDirectory directory, Opened opened) {
        this.writers = writers;
        this.readers = readers;
        this.directory = directory;
        this.sealing = opened.sealing;
        this.changes = new ChangeLog(opened.revision);
        WriteBatch batch = new WriteBatch(writers, changes);
        this.commits = new GroupCommit<>(works -> alone(() -> {
            batch.run(works);
            return works;
        }));
    }

    private record Opened(Sealing sealing, long revision) {}

    /**
     * Opens the database {@code claviger.db} in a directory, which is made if it is not there, and held by this process
     * alone until the store is closed.
     *
     * @param key the key under which the secrets are sealed
     * @throws OpenFailure when the directory is in use or open to others, the key is not the database's, or the database
     *     is of a newer version or damaged
     */
    public static SqliteStore open(Path path, SealingKey key) {
        DataDirectory directory = DataDirectory.open(path);
        SessionPool writers = null;
        try {
            Path file = directory.database();
            writers = new SessionPool(1, () -> Sqlite.writer(file));
            Opened opened = prepare(writers, "The database " + file, session -> SealingCheck.sealing(session, key));
            SessionPool readers = new SessionPool(READERS, () -> Sqlite.reader(file));
            return new SqliteStore(writers, readers, directory, opened);
        } catch (OpenFailure | Error e) {
            close(e, writers, directory);
            throw e;
        } catch (IOException | RuntimeException e) {
            close(e, writers, directory);
            throw new OpenFailure("The database in " + path + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Opens a new database in memory, with a new sealing key; both end when the store is closed. */
    public static SqliteStore inMemory() {
        SessionPool only = new SessionPool(1, Sqlite::inMemory);
        Opened opened = prepare(only, "The database in memory", _ -> TinkSealing.ephemeral());
        return new SqliteStore(only, only, null, opened);
    }

    private static Opened prepare(SessionPool writers, String name, Function<Session, Sealing> sealing) {
        Session session = writers.borrow();
        try {
            Migrations.run(session, name);
            return new Opened(sealing.apply(session), Changes.revision(session));
        } finally {
            writers.giveBack(session);
        }
    }

    private static void close(Throwable because, @Nullable AutoCloseable... resources) {
        for (AutoCloseable resource : resources) {
            try {
                if (resource != null) {
                    resource.close();
                }
            } catch (Exception e) {
                because.addSuppressed(e);
            }
        }
    }

    /** Seals and opens secrets under the database's key. */
    public Sealing sealing() {
        return sealing;
    }

    @Override
    public <T> T read(Function<Reading, T> work) {
        refuseWithin();
        return alone(() -> transaction(work));
    }

    private <T> T transaction(Function<Reading, T> work) {
        Session session = readers.borrow();
        boolean ended = false;
        try {
            session.run(Sqlite.BEGIN_READING);
            SqlReading reading = new SqlReading(session);
            try {
                return work.apply(reading);
            } finally {
                reading.end();
                session.run("COMMIT");
                ended = true;
            }
        } finally {
            if (ended || readers == writers) {
                readers.giveBack(session);
            } else {
                readers.discard(session);
            }
        }
    }

    private void refuseWithin() {
        if (within.get()) {
            throw new IllegalStateException("a transaction is begun within another");
        }
    }

    private <T> T alone(Supplier<T> work) {
        within.set(true);
        try {
            return work.get();
        } finally {
            within.remove();
        }
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        return commit(new PendingWrite<>(work::apply));
    }

    @Override
    public ChangeLog changes() {
        return changes;
    }

    @Override
    public void recordUses(Collection<KeyUse> uses) {
        List<KeyUse> recorded = List.copyOf(uses);
        boolean _ = commit(new PendingWrite<>(writing -> {
            writing.recordUses(recorded);
            return true;
        }));
    }

    private <T> T commit(PendingWrite<T> write) {
        refuseWithin();
        commits.run(write);
        return write.result();
    }

    @Override
    public boolean isReady() {
        try {
            return read(reading -> reading.accounts().all() != null);
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        // The writer last: SQLite folds the write-ahead log into the file when the last session ends.
        readers.close();
        writers.close();
        if (directory != null) {
            try {
                directory.close();
            } catch (IOException e) {
                throw new StoreFailure("The data directory cannot be let go of: " + e.getMessage(), e);
            }
        }
    }
}
