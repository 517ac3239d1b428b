package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import io.claviger.storage.sql.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A server on PostgreSQL, over HTTP: durable CreateAccessKey calls a second against bare one-row transactions of the same
 * durability by the same driver on one connection, and GetUser calls against the same on SQLite. The users are made in a
 * data directory and moved, so that both servers have the same.
 */
final class PostgresBenchmark {

    private static final int[] CALLERS = {1, 16};
    private static final int KEYS_PER_USER = 2;
    // More than any machine makes of them in a second.
    private static final int KEYS_PER_SECOND = 5_000;
    // As many as the caches hold.
    private static final int READ_USERS = 1_000;

    private final Effort effort;
    private final Report report;
    private final String database;
    private final int users;
    private final AtomicInteger nextKey = new AtomicInteger();
    private final AtomicInteger nextRead = new AtomicInteger();

    /**
     * On an empty database.
     *
     * @param database its URL, as {@code claviger start --database} takes it
     */
    PostgresBenchmark(Effort effort, Report report, String database) {
        this.effort = effort;
        this.report = report;
        this.database = database;
        // One round more, to warm up, and two kinds more, on two servers and beside them.
        this.users = (CALLERS.length + 2) * (effort.rounds() + 1) * effort.seconds() * KEYS_PER_SECOND / KEYS_PER_USER;
    }

    void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Workspace workspace = Workspace.make("postgres")) {
            Path data = workspace.path("data");
            Population.make(data, users, false);
            Map<String, String> key = Map.of(
                    "CLAVIGER_SEALING_KEY_FILE", data.resolve("sealing.key").toString());
            Program.command(key, "migrate", "--from", data.toString(), "--to", database);
            String quota = Integer.toString(users + 1000);
            try (Program postgres =
                    Program.onPostgres(key, database, workspace.path("audit"), "--users-per-account", quota)) {
                for (int callers : CALLERS) {
                    writes(postgres.endpoint(), callers);
                }
                try (Program other = Program.onPostgres(
                        key, database, workspace.path("other-audit"), "--users-per-account", quota)) {
                    shared(postgres.endpoint(), other.endpoint());
                }
                try (Program sqlite = Program.claviger(data, "--users-per-account", quota)) {
                    for (int callers : CALLERS) {
                        reads(postgres.endpoint(), sqlite.endpoint(), callers);
                    }
                }
            }
        }
    }

    private void writes(URI endpoint, int callers) throws InterruptedException, ExecutionException {
        double _ = perSecond(endpoint, callers, this::createKey);
        double[] ours = new double[effort.rounds()];
        double[] bare = new double[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            bare[i] = bareTransactions();
            ours[i] = perSecond(endpoint, callers, this::createKey);
        }
        report.ratio(
                "CreateAccessKey on PostgreSQL, callers at once: " + callers + " / bare PostgreSQL transactions",
                Sample.of(ours),
                Sample.of(bare),
                "/s",
                callers == 1 ? "" : ">= 0.50");
    }

    /** Half of the most callers at each of two servers, beside all of them at one. */
    private void shared(URI one, URI other) throws InterruptedException, ExecutionException {
        int callers = CALLERS[CALLERS.length - 1];
        double _ = atBoth(one, other, callers);
        double[] both = new double[effort.rounds()];
        double[] alone = new double[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            alone[i] = perSecond(one, callers, this::createKey);
            both[i] = atBoth(one, other, callers);
        }
        report.ratio(
                "CreateAccessKey, callers at once: " + callers + ", on two servers / on one",
                Sample.of(both),
                Sample.of(alone),
                "/s",
                ">= 1.00");
    }

    private double atBoth(URI one, URI other, int callers) throws InterruptedException, ExecutionException {
        try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
            Future<Double> first = pair.submit(() -> perSecond(one, callers / 2, this::createKey));
            Future<Double> second = pair.submit(() -> perSecond(other, callers / 2, this::createKey));
            return first.get() + second.get();
        }
    }

    private void reads(URI postgres, URI sqlite, int callers) throws InterruptedException, ExecutionException {
        double _ = perSecond(postgres, callers, this::getUser);
        double _ = perSecond(sqlite, callers, this::getUser);
        double[] ours = new double[effort.rounds()];
        double[] theirs = new double[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            theirs[i] = perSecond(sqlite, callers, this::getUser);
            ours[i] = perSecond(postgres, callers, this::getUser);
        }
        report.ratio(
                "GetUser, callers at once: " + callers + ", on PostgreSQL / on SQLite",
                Sample.of(ours),
                Sample.of(theirs),
                "/s",
                ">= 0.95");
    }

    private double perSecond(URI endpoint, int callers, Function<By, byte[]> call)
            throws InterruptedException, ExecutionException {
        return Callers.perSecond(endpoint, callers, effort.seconds(), call);
    }

    /** Transactions a second, the statement prepared once. */
    private double bareTransactions() {
        try (Session session = Program.session(database)) {
            session.run("CREATE TABLE IF NOT EXISTS bare (id BIGSERIAL PRIMARY KEY, text TEXT NOT NULL)");
            long start = System.nanoTime();
            long end = start + effort.seconds() * 1_000_000_000L;
            int done = 0;
            while (System.nanoTime() < end) {
                done += session.run(
                        "INSERT INTO bare (text) VALUES (?)",
                        "a row about as long as an access key's with its sealed secret " + done);
            }
            return done / ((System.nanoTime() - start) / 1e9);
        }
    }

    private byte[] createKey(By administrator) {
        return call(administrator, "CreateAccessKey", nextKey.getAndIncrement() / KEYS_PER_USER % users);
    }

    private byte[] getUser(By administrator) {
        return call(administrator, "GetUser", nextRead.getAndIncrement() % Math.min(users, READ_USERS));
    }

    private static byte[] call(By administrator, String action, int user) {
        return administrator
                .call("Action=" + action + "&Version=2010-05-08&UserName=" + Population.name(user))
                .bytes();
    }
}
