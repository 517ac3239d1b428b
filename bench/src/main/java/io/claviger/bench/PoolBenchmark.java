package io.claviger.bench;

import io.claviger.storage.commit.OwnPool;
import io.claviger.storage.postgres.PostgresDatabase;
import io.claviger.storage.postgres.PostgresUrl;
import io.claviger.storage.sql.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;

/**
 * The store's own pool of sessions beside HikariCP, on a PostgreSQL of this machine: how often in a second threads borrow a
 * connection, ask for a row by a statement that stays prepared, and give it back. Both open connections by the same driver.
 */
final class PoolBenchmark {

    private static final String QUESTION = "SELECT number FROM pooled WHERE id = 1";
    private static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    private static final String COMMIT = "COMMIT";

    /** So that the clock is not what is measured. */
    private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 20;

    private final Effort effort;
    private final Report report;
    private final PostgresUrl url;
    private final Optional<String> password = Optional.ofNullable(System.getenv(Program.DATABASE_PASSWORD));

    PoolBenchmark(Effort effort, Report report, String database) {
        this.effort = effort;
        this.report = report;
        this.url = PostgresUrl.parse(database);
    }

    void run() throws InterruptedException, ExecutionException {
        PostgresDatabase database = new PostgresDatabase(url, password);
        try (Session session = database.writer()) {
            session.run("CREATE TABLE IF NOT EXISTS pooled (id BIGINT PRIMARY KEY, number BIGINT NOT NULL)");
            session.run("INSERT INTO pooled (id, number) VALUES (1, 1) ON CONFLICT (id) DO NOTHING");
        }
        // As many as the store has on two cores, and as on eight.
        for (int size : new int[] {4, 16}) {
            try (OwnPool own = new OwnPool(size, database::reader);
                    HikariPool hikari = new HikariPool(url, password, size)) {
                for (int threads : size == 4 ? new int[] {1, 16} : new int[] {16}) {
                    measure(size, threads, own, hikari);
                }
            }
        }
    }

    private void measure(int size, int threads, OwnPool own, HikariPool hikari)
            throws InterruptedException, ExecutionException {
        String by = ", " + size + " connections, threads: " + threads;
        compare(
                "borrowed and given back" + by,
                threads,
                () -> own.borrowed(session -> session.hasFailed() ? 0 : 1),
                () -> hikari.borrowed(connection -> connection.isClosed() ? 0 : 1));
        compare(
                "one SELECT" + by,
                threads,
                () -> own.borrowed(PoolBenchmark::ask),
                () -> hikari.borrowed(PoolBenchmark::ask));
        compare(
                "BEGIN, SELECT, COMMIT" + by,
                threads,
                () -> own.borrowed(PoolBenchmark::askInTransaction),
                () -> hikari.borrowed(PoolBenchmark::askInTransaction));
        compare(
                "the same, in HikariCP's by the driver" + by,
                threads,
                () -> own.borrowed(PoolBenchmark::askInTransaction),
                () -> hikari.inTransaction(PoolBenchmark::ask));
    }

    private static long ask(Session session) {
        return session.one(QUESTION, row -> row.getLong(1)).orElseThrow();
    }

    private static long ask(Connection connection) throws SQLException {
        return HikariPool.number(connection, QUESTION);
    }

    private static long askInTransaction(Session session) {
        session.run(BEGIN);
        long answer = ask(session);
        session.run(COMMIT);
        return answer;
    }

    private static long askInTransaction(Connection connection) throws SQLException {
        HikariPool.run(connection, BEGIN);
        long answer = ask(connection);
        HikariPool.run(connection, COMMIT);
        return answer;
    }

    private void compare(String measure, int threads, LongSupplier own, LongSupplier hikari)
            throws InterruptedException, ExecutionException {
        double _ = perSecond(threads, own);
        double _ = perSecond(threads, hikari);
        double[] ours = new double[effort.rounds()];
        double[] theirs = new double[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            theirs[i] = perSecond(threads, hikari);
            ours[i] = perSecond(threads, own);
        }
        report.ratio(measure, Sample.of(ours), Sample.of(theirs), "/s", "");
    }

    private double perSecond(int threads, LongSupplier step) throws InterruptedException, ExecutionException {
        return Rate.perSecond(threads, effort.seconds(), end -> {
            int done = 0;
            while (System.nanoTime() < end) {
                for (int i = 0; i < BETWEEN_LOOKS_AT_THE_CLOCK; i++) {
                    done += (int) step.getAsLong();
                }
            }
            return done;
        });
    }
}
