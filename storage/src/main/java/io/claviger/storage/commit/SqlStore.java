package io.claviger.storage.commit;

import io.claviger.iam.Sealing;
import io.claviger.iam.Use;
import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.EntityMemory;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Store;
import io.claviger.iam.store.Writing;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sealing.SealingCheck;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sealing.SealingRing;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Session;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The store on an SQL database: one writer that commits the works of all waiting callers together, and a few readers
 * beside it, each of whose transactions sees the last commit before its first question. If the database has a single
 * session, reading and writing transactions take it in turn.
 *
 * <p>Thread-safe. A transaction that is begun within another on the same thread is refused, because it could wait for
 * itself: with a single session, or while all readers are busy.
 */
public final class SqlStore implements Store {

    private static final Duration USUAL_BOUND = Duration.ofSeconds(1);
    private static final int READERS = Math.clamp(Runtime.getRuntime().availableProcessors() * 2L, 4, 16);

    private final Database database;
    private final SessionPool writers;
    private final ReadingTransactions readings;
    private final SealingRing keys;
    private final ChangeLog changes;
    private final WriteBatch batch;
    private final GroupCommit<PendingWrite<?>> commits;
    private final Optional<ChangeTail> tail;
    private final ThreadLocal<Boolean> within = ThreadLocal.withInitial(() -> false);

    private SqlStore(Database database, SessionPool writers, SealingRing keys, ChangeLog changes, Duration bound) {
        this.database = database;
        this.writers = writers;
        this.readings = new ReadingTransactions(
                database, database.hasOneSession() ? writers : new SessionPool(READERS, database::reader));
        this.keys = keys;
        this.changes = changes;
        ChangeFeed feed = new ChangeFeed(changes, keys::reread);
        this.batch = new WriteBatch(database, writers, feed);
        this.tail = database instanceof SharedDatabase shared
                ? Optional.of(new ChangeTail(shared, feed, bound, System::nanoTime).begin())
                : Optional.empty();
        this.commits = new GroupCommit<>(works -> alone(() -> {
            batch.run(works);
            return works;
        }));
    }

    /**
     * Opens the store on a database, and brings that to this build's version. The database is closed with the store, or
     * at once if the store cannot be opened.
     *
     * @param key the key under which the secrets are sealed
     * @throws OpenFailure if the key is not the database's, or the database is of a newer version or damaged
     */
    public static SqlStore open(Database database, SealingKey key) {
        return open(database, key, USUAL_BOUND);
    }

    /**
     * The same, for a database that other processes may write to.
     *
     * @param bound how long after another process's commit what is cached may still be relied on, at the most
     */
    public static SqlStore open(Database database, SealingKey key, Duration bound) {
        SessionPool writers = new SessionPool(1, database::writer);
        try {
            Session session = writers.borrow();
            try {
                if (database.isNew(session)) {
                    SealingCheck.refuseKeyOfAnother(key, database.name());
                }
                database.migrate(session);
                // Before the keys are read, so that a change of them meanwhile is a change that follows.
                ChangeLog changes = new ChangeLog(Changes.revision(session));
                return new SqlStore(database, writers, keys(database, session, key), changes, bound);
            } finally {
                writers.giveBack(session);
            }
        } catch (OpenFailure | Error e) {
            close(e, writers, database);
            throw e;
        } catch (RuntimeException e) {
            close(e, writers, database);
            throw new OpenFailure(database.name() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Of several processes that open a new database at once, one seals the known text, and the others look at that. */
    private static SealingRing keys(Database database, Session session, SealingKey key) {
        if (!(database instanceof SharedDatabase shared)) {
            return SealingRing.open(session, key);
        }
        long _ = shared.beginAlone(session);
        SealingRing keys = SealingRing.open(session, key);
        session.run("COMMIT");
        return keys;
    }

    private static void close(Throwable because, AutoCloseable... resources) {
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception e) {
                because.addSuppressed(e);
            }
        }
    }

    /** Seals and opens the secrets in its rows. */
    public Sealing sealing() {
        return keys.secrets();
    }

    /** The keys that the database is sealed under. */
    public SealingRing keys() {
        return keys;
    }

    @Override
    public <T> T read(Function<Reading, T> work) {
        return reading(() -> readings.run(work));
    }

    @Override
    public <T> T readOne(Function<Reading, T> work) {
        return reading(() -> readings.runOne(work));
    }

    private <T> T reading(Supplier<T> work) {
        refuseWithin();
        return tail.isPresent() ? Uninterrupted.run(() -> alone(work)) : alone(work);
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
        return write(EntityMemory.NONE, work);
    }

    @Override
    public <T> T write(EntityMemory memory, Function<Writing, T> work) {
        return commit(new PendingWrite<>(memory, work::apply));
    }

    @Override
    public ChangeLog changes() {
        return changes;
    }

    @Override
    public void recordUses(Collection<? extends Use> uses) {
        List<Use> recorded = List.copyOf(uses);
        boolean _ = commit(new PendingWrite<>(writing -> {
            writing.recordUses(recorded);
            return true;
        }));
    }

    /** Runs the work in a transaction that others may share; returns after that is committed. */
    <T> T commit(PendingWrite<T> write) {
        refuseWithin();
        commits.run(write);
        return write.result();
    }

    @Override
    public boolean isCurrent() {
        return tail.isEmpty() || tail.get().isCurrent();
    }

    /** How long ago the last moment is of which all changes are known; empty if no other process can make any. */
    public Optional<Supplier<Duration>> lag() {
        return tail.map(following -> following::lag);
    }

    /** The connections, and what became of transactions; empty if no other process can write. */
    public Optional<Connections> connections() {
        return batch.conflicts().map(conflicts -> new Connections(readings.load(), writers, conflicts));
    }

    /** If the last write failed, this writes, so it shows by itself that the database can be written again. */
    @Override
    public boolean isReady() {
        try {
            database.requireInPlace();
            if (!isCurrent()) {
                return false;
            }
            if (batch.hasFailed()) {
                boolean _ = commit(new PendingWrite<>(writing -> {
                    writing.probe();
                    return true;
                }));
            }
            return read(reading -> reading.accounts().all() != null);
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        tail.ifPresent(ChangeTail::close);
        try (database;
                writers;
                readings) {
            // In the order of the end: SQLite folds the write-ahead log into the file when the writer's session ends.
        }
    }
}
