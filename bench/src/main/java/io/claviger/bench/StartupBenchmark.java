package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * From the launcher's start to the first answer of {@code /health/ready}, and the memory then and after some calls; the
 * baseline is bare Jetty in a JVM with the same options.
 */
final class StartupBenchmark {

    private static final int CALLS = 10_000;
    private static final Map<String, String> CACHED = Map.of();
    private static final Map<String, String> UNCACHED = Map.of("CLAVIGER_JAVA_OPTS", "-XX:AOTMode=off");

    private final Effort effort;
    private final Report report;

    StartupBenchmark(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    private record Start(double millis, double readyMiB, double calledMiB) {}

    void run() throws IOException {
        int rounds = effort.rounds();
        Start[] jetty = new Start[rounds];
        Start[] first = new Start[rounds];
        Start[] second = new Start[rounds];
        Start[] uncachedFirst = new Start[rounds];
        Start[] uncachedSecond = new Start[rounds];
        for (int i = 0; i < rounds; i++) {
            try (Workspace workspace = Workspace.make("startup")) {
                Path data = workspace.path("data");
                Path other = workspace.path("other");
                first[i] = claviger(CACHED, data);
                uncachedFirst[i] = claviger(UNCACHED, other);
                second[i] = claviger(CACHED, data);
                uncachedSecond[i] = claviger(UNCACHED, other);
                jetty[i] = jetty(data, workspace.path("answer.http"));
            }
        }
        compare("second start / bare Jetty", second, jetty, Start::millis, "ms", "< 600 ms");
        compare("first start, with sign-up", first, jetty, Start::millis, "ms", "");
        compare("second start, without the AOT cache", uncachedSecond, jetty, Start::millis, "ms", "");
        compare("first start, without the AOT cache", uncachedFirst, jetty, Start::millis, "ms", "");
        compare("memory when ready, second start", second, jetty, Start::readyMiB, "MiB", "< 300 MiB");
        String called = "memory after " + CALLS + " calls";
        compare(called, second, jetty, Start::calledMiB, "MiB", "< 300 MiB");
        compare(called + ", without the AOT cache", uncachedSecond, jetty, Start::calledMiB, "MiB", "");
    }

    private void compare(
            String measure, Start[] ours, Start[] theirs, ToDoubleFunction<Start> value, String unit, String target) {
        report.ratio(measure, Sample.of(ours, value), Sample.of(theirs, value), unit, target);
    }

    private static Start claviger(Map<String, String> variables, Path data) throws IOException {
        try (Program claviger = Program.claviger(variables, data)) {
            return measured(claviger);
        }
    }

    private static Start jetty(Path data, Path answer) throws IOException {
        try (Program claviger = Program.claviger(data)) {
            try (HttpConnection connection = new HttpConnection(claviger.endpoint())) {
                Files.write(answer, connection.succeed(call(claviger)));
            }
            try (Program jetty = Program.bareJetty(claviger, answer)) {
                return measured(jetty);
            }
        }
    }

    private static Start measured(Program program) throws IOException {
        double millis = program.secondsToReady() * 1000;
        double ready = program.residentMiB();
        byte[] call = call(program);
        try (HttpConnection connection = new HttpConnection(program.endpoint())) {
            for (int i = 0; i < CALLS; i++) {
                byte[] _ = connection.succeed(call);
            }
        }
        return new Start(millis, ready, program.residentMiB());
    }

    private static byte[] call(Program program) {
        return By.iam(Program.ADMINISTRATOR, program.endpoint())
                .call(SignedCall.GET_USER)
                .bytes();
    }
}
