package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Durable CreateAccessKey calls a second, each signed by itself, over HTTP, against bare one-row SQLite transactions of the
 * same durability (WAL, synchronous=FULL, one connection, a prepared insert) on the same disk.
 */
final class WritesBenchmark {

    private static final int[] CALLERS = {1, 16};
    private static final int KEYS_PER_USER = 2;
    // More than any machine makes of them in a second.
    private static final int KEYS_PER_SECOND = 10_000;

    private final Effort effort;
    private final Report report;
    private final int users;
    private final AtomicInteger nextKey = new AtomicInteger();

    WritesBenchmark(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
        // One round more, to warm up.
        this.users = CALLERS.length * (effort.rounds() + 1) * effort.seconds() * KEYS_PER_SECOND / KEYS_PER_USER;
    }

    void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Workspace workspace = Workspace.make("writes")) {
            Path data = workspace.path("data");
            Population.make(data, users, false);
            try (Program claviger = Program.claviger(data, "--users-per-account", Integer.toString(users + 1000))) {
                for (int callers : CALLERS) {
                    measure(callers, claviger, workspace.path("bare.db"));
                }
                ownCost(claviger, workspace.path("answer.http"));
            }
        }
    }

    private void measure(int callers, Program claviger, Path bareFile)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        calls(claviger.endpoint(), callers);
        double[] ours = new double[effort.rounds()];
        double[] bare = new double[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            bare[i] = BareSqlite.transactions(bareFile, effort.seconds());
            ours[i] = calls(claviger.endpoint(), callers);
        }
        report.ratio(
                "CreateAccessKey, callers at once: " + callers + " / bare SQLite transactions",
                Sample.of(ours),
                Sample.of(bare),
                "/s",
                ">= 0.50");
    }

    /** What the callers reach when nobody has to do anything for them. */
    private void ownCost(Program claviger, Path answer) throws IOException, InterruptedException, ExecutionException {
        try (HttpConnection connection = new HttpConnection(claviger.endpoint())) {
            Files.write(answer, connection.succeed(nextCall(By.iam(Program.ADMINISTRATOR, claviger.endpoint()))));
        }
        try (Program jetty = Program.bareJetty(claviger, answer)) {
            for (int callers : CALLERS) {
                calls(jetty.endpoint(), callers);
                double[] rates = new double[effort.rounds()];
                for (int i = 0; i < rates.length; i++) {
                    rates[i] = calls(jetty.endpoint(), callers);
                }
                report.ownCost(
                        "the same callers against bare Jetty, callers at once: " + callers, Sample.of(rates), "/s");
            }
        }
    }

    /** Calls a second. */
    private double calls(URI endpoint, int callers) throws InterruptedException, ExecutionException {
        return Callers.perSecond(endpoint, callers, effort.seconds(), this::nextCall);
    }

    /** Beyond the last user, the first's quota is used up, which the answer says. */
    private byte[] nextCall(By administrator) {
        int user = nextKey.getAndIncrement() / KEYS_PER_USER % users;
        return administrator
                .call("Action=CreateAccessKey&Version=2010-05-08&UserName=" + Population.name(user))
                .bytes();
    }
}
