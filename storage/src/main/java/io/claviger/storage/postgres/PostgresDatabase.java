package io.claviger.storage.postgres;

import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.commit.SharedDatabase;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Changes.Committed;
import io.claviger.storage.sql.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL database, which any number of processes share. Its revision is a row: a writing transaction locks it, so
 * revisions have no gaps and are in the order of the commits, which a sequence would not give.
 */
public final class PostgresDatabase implements SharedDatabase {

    /** Wakes those who listen, and says the revision; in the transaction, so it is sent when that is committed. */
    static final String CHANNEL = "claviger_change";

    private static final String BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
    private static final String BEGIN_ALONE =
            BEGIN + "; SELECT number, '', '' FROM revision FOR UPDATE; " + Changes.BETWEEN;
    private static final String COMMITTED = "SELECT number, '', '' FROM revision; " + Changes.BETWEEN;
    private static final String TAKE_REVISIONS = """
            WITH taken AS (UPDATE revision SET number = ? WHERE number = ? RETURNING number),
                announced AS (SELECT pg_notify('%s', number::text) FROM taken)
            INSERT INTO change (revision, entity_id, account_id)
                SELECT touched.* FROM announced, unnest(?::bigint[], ?::text[], ?::text[]) AS touched""".formatted(CHANNEL);

    private static final String OTHERS = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
            + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()";

    private static final Map<String, Undone> UNDONE = Map.of("40001", Undone.SERIALIZATION, "40P01", Undone.DEADLOCK);
    private static final int ATTEMPTS = 8;
    private static final String STALE_PLAN = "cached plan must not change result type";

    private final PostgresUrl url;
    private final PostgresSessions sessions;

    /** The database at a URL; nothing is connected yet. */
    public PostgresDatabase(PostgresUrl url, Optional<String> password) {
        this.url = url;
        this.sessions = new PostgresSessions(url, password);
    }

    @Override
    public String name() {
        return "The database " + url;
    }

    @Override
    public Session writer() {
        return sessions.writer();
    }

    @Override
    public Session reader() {
        return sessions.reader();
    }

    @Override
    public boolean hasOneSession() {
        return false;
    }

    /** The snapshot is taken at the first read. */
    @Override
    public void beginReading(Session reader) {
        reader.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    /**
     * Every statement sees all that was committed before it. After {@link #beginAlone(Session, long)} nothing else is
     * committed meanwhile.
     */
    @Override
    public void beginWriting(Session writer) {
        writer.run(BEGIN);
    }

    @Override
    public Committed beginAlone(Session writer, long known) {
        return committed(writer, BEGIN_ALONE, known);
    }

    @Override
    public Committed committed(Session session, long known) {
        return committed(session, COMMITTED, known);
    }

    /** The first row is the revision's; the others may be of later ones, if none is locked. */
    private static Committed committed(Session session, String statements, long known) {
        List<Changes.Row> rows = session.listOfAll(statements, Changes::row, known, known + ChangeLog.CAPACITY);
        long revision = rows.removeFirst().revision();
        rows.removeIf(row -> row.revision() > revision);
        return new Committed(revision, Changes.together(rows));
    }

    @Override
    public boolean isNew(Session session) {
        return PostgresSchema.isNew(session);
    }

    /** Servers that use the tables go on meanwhile: if they and the scripts wait for each other, the scripts run again. */
    @Override
    public void migrate(Session writer) {
        for (int attempt = 1; ; attempt++) {
            try {
                PostgresSchema.migrate(writer, name());
                return;
            } catch (OpenFailure e) {
                if (attempt == ATTEMPTS
                        || !(e.getCause() instanceof StoreFailure failure)
                        || undone(failure).isEmpty()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void requireVersion(Session session) {
        PostgresSchema.requireVersion(session, name());
    }

    @Override
    public boolean takeRevisions(Session writer, long last, List<Changes.Row> changes) {
        return writer.run(
                        TAKE_REVISIONS,
                        changes.getLast().revision(),
                        last,
                        changes.stream().map(Changes.Row::revision).toArray(Long[]::new),
                        changes.stream().map(Changes.Row::entityId).toArray(String[]::new),
                        changes.stream().map(Changes.Row::accountId).toArray(String[]::new))
                == changes.size();
    }

    @Override
    public boolean isInUse(Session session) {
        return session.exists(OTHERS);
    }

    @Override
    public ChangeListener listener(Duration patience) {
        return new PostgresListener(sessions, patience);
    }

    @Override
    public Optional<Undone> undone(StoreFailure failure) {
        if (!(failure.getCause() instanceof SQLException e)) {
            return Optional.empty();
        }
        return String.valueOf(e.getMessage()).contains(STALE_PLAN)
                ? Optional.of(Undone.STALE_PLAN)
                : Optional.ofNullable(UNDONE.get(String.valueOf(e.getSQLState())));
    }

    @Override
    public boolean lostConnection(StoreFailure failure) {
        return failure.getCause() instanceof SQLException e
                && e.getSQLState() != null
                && (e.getSQLState().startsWith("08")
                        || e.getSQLState().startsWith("57P")
                        || e.getSQLState().equals("25P03"));
    }

    /** It is where its URL says, or there is no connection. */
    @Override
    public void requireInPlace() {
        // A server's files are its own.
    }

    @Override
    public void close() {
        // Connections end with their sessions.
    }
}
