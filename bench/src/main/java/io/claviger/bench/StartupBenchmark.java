package io.claviger.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** From the launcher's start to the first answer of /health/ready, and the memory then. */
final class StartupBenchmark {

    private static final int CALLS = 10_000;

    private final Effort effort;
    private final Report report;

    StartupBenchmark(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        double[] first = new double[effort.rounds()];
        double[] second = new double[effort.rounds()];
        double[] resident = new double[effort.rounds()];
        double[] afterCalls = new double[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            Path data = Files.createTempDirectory("claviger-bench").resolve("data");
            try (Program program = Program.claviger(data.toString())) {
                first[i] = program.secondsToReady() * 1000;
            }
            try (Program program = Program.claviger(data.toString())) {
                second[i] = program.secondsToReady() * 1000;
                resident[i] = program.residentMiB();
                call(program);
                afterCalls[i] = program.residentMiB();
            }
        }
        report.value("first start, with sign-up", Report.median(first), "ms", "");
        report.value("second start", Report.median(second), "ms", "< 600");
        report.value("memory when ready", Report.median(resident), "MiB", "< 300");
        report.value("memory after " + CALLS + " calls", Report.median(afterCalls), "MiB", "< 300");
    }

    private static void call(Program program) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var call = SignedCall.user(program.endpoint()).forClient(program.endpoint());
            for (int i = 0; i < CALLS; i++) {
                client.send(call, BodyHandlers.discarding());
            }
        }
    }
}
