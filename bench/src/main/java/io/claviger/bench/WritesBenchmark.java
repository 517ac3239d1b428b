package io.claviger.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Durable CreateAccessKey calls a second, each signed anew, over HTTP, against bare one-row SQLite transactions of the
 * same durability (WAL, synchronous=FULL, one connection, a prepared insert) on the same disk.
 */
final class WritesBenchmark {

    private static final int USERS = 30_000;
    private static final int KEYS_PER_USER = 2;

    private final Effort effort;
    private final Report report;
    private final AtomicInteger nextKey = new AtomicInteger();

    WritesBenchmark(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        Path data = Files.createTempDirectory("claviger-bench").resolve("data");
        try (Program claviger = Program.claviger(data.toString(), "--users-per-account", "1000000");
                HttpClient client = HttpClient.newHttpClient()) {
            makeUsers(client, claviger.endpoint());
            for (int callers : new int[] {1, 16}) {
                calls(client, claviger.endpoint(), callers);
                double[] ours = new double[effort.rounds()];
                double[] bare = new double[effort.rounds()];
                for (int i = 0; i < effort.rounds(); i++) {
                    bare[i] = bareTransactions(data.resolveSibling("bare.db"));
                    ours[i] = calls(client, claviger.endpoint(), callers);
                }
                report.ratio(
                        "CreateAccessKey, " + callers + " callers / bare SQLite",
                        Report.median(ours),
                        Report.median(bare),
                        "/s",
                        ">= 0.50");
            }
        }
    }

    private static void makeUsers(HttpClient client, URI endpoint) throws InterruptedException, ExecutionException {
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            for (Future<?> made : IntStream.range(0, USERS)
                    .mapToObj(i -> callers.submit(
                            () -> send(client, endpoint, "Action=CreateUser&Version=2010-05-08&UserName=u" + i)))
                    .toList()) {
                made.get();
            }
        }
    }

    /** Calls a second, over the effort's seconds or until every user has its keys. */
    private double calls(HttpClient client, URI endpoint, int callers) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + effort.seconds() * 1_000_000_000L / 2;
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            for (Future<?> caller : IntStream.range(0, callers)
                    .mapToObj(i -> threads.submit(() -> {
                        while (System.nanoTime() < end) {
                            int key = nextKey.getAndIncrement();
                            if (key >= USERS * KEYS_PER_USER) {
                                return;
                            }
                            send(
                                    client,
                                    endpoint,
                                    "Action=CreateAccessKey&Version=2010-05-08&UserName=u" + key / KEYS_PER_USER);
                            done.incrementAndGet();
                        }
                    }))
                    .toList()) {
                caller.get();
            }
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    private static void send(HttpClient client, URI endpoint, String form) {
        try {
            HttpResponse<String> answer =
                    client.send(SignedCall.of(endpoint, "iam", form).forClient(endpoint), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private double bareTransactions(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (var setting = connection.createStatement()) {
                setting.execute("PRAGMA journal_mode=WAL");
                setting.execute("PRAGMA synchronous=FULL");
                setting.execute("CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bare (text) VALUES (?)")) {
                long start = System.nanoTime();
                long end = start + effort.seconds() * 1_000_000_000L / 2;
                int done = 0;
                while (System.nanoTime() < end) {
                    insert.setString(1, "a row about as long as an access key's with its sealed secret " + done);
                    insert.executeUpdate();
                    done++;
                }
                return done / ((System.nanoTime() - start) / 1e9);
            }
        }
    }
}
