package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Who can do something: the console's question about all principals of an account, to the last line of the answer. Of 10,000
 * users and roles each has a policy of its own and one that all have; a million users have the one that all have.
 */
final class WhoCanBenchmark {

    private static final int EACH = 5_000;
    private static final int WARM_UP = 20;
    private static final int REPEATED = 20;
    private static final String QUESTION =
            "{\"action\":\"iam:CreateUser\",\"resource\":\"arn:aws:iam::" + Program.ACCOUNT + ":user/somebody\"}";

    private final Effort effort;
    private final Report report;

    WhoCanBenchmark(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws IOException, SQLException {
        try (Workspace workspace = Workspace.make("who-can")) {
            Path few = workspace.path("few");
            Entities.make(few, EACH);
            double[] first = new double[effort.rounds()];
            double[] later = new double[effort.rounds()];
            for (int round = 0; round < effort.rounds(); round++) {
                try (Program program = Program.claviger(few)) {
                    first[round] = millis(program);
                    for (int i = 0; i < WARM_UP; i++) {
                        double _ = millis(program);
                    }
                    double[] times = new double[REPEATED];
                    Arrays.setAll(times, _ -> millis(program));
                    later[round] = Sample.of(times).median();
                }
            }
            String of = "who can, of " + 2 * EACH + " users and roles";
            report.value(of + ", the first time", Sample.of(first), "ms", "");
            report.value(of, Sample.of(later), "ms", "< 100 ms");
            many(workspace.path("many"));
        }
    }

    private void many(Path data) throws IOException, SQLException {
        Population.make(data, effort.users(), false);
        Entities.attachToAll(data);
        double[] seconds = new double[effort.rounds()];
        for (int round = 0; round < effort.rounds(); round++) {
            try (Program program =
                    Program.claviger(data, "--users-per-account", Integer.toString(effort.users() + 1_000))) {
                double _ = millis(program);
                seconds[round] = millis(program) / 1e3;
            }
        }
        report.value("who can, of " + effort.users() + " users", Sample.of(seconds), "s", "");
    }

    private static double millis(Program program) {
        try (HttpConnection connection = new HttpConnection(program.endpoint())) {
            byte[] request = By.iam(Program.ADMINISTRATOR, program.endpoint())
                    .ask("/console/who-can", QUESTION)
                    .bytes();
            long start = System.nanoTime();
            long _ = connection.drain(request);
            return (System.nanoTime() - start) / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
