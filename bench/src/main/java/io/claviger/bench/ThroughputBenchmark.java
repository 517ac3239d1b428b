package io.claviger.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How many signed calls a second, against a bare Jetty handler that answers the same bytes, and against moto_server. The
 * load generator runs beside them on the same cores. A call is signed once: a signature is good for fifteen minutes.
 */
final class ThroughputBenchmark {

    private static final int WARM_UP_ROUNDS = 2;

    private final Effort effort;
    private final Report report;

    ThroughputBenchmark(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        if (!Wrk.isThere()) {
            report.skipped("throughput", "wrk is not installed: apt install wrk");
            return;
        }
        Path data = Files.createTempDirectory("claviger-bench").resolve("data");
        try (Program claviger = Program.claviger(data.toString())) {
            URI endpoint = claviger.endpoint();
            against("GetCallerIdentity", endpoint, SignedCall.callerIdentity(endpoint));
            against("GetUser", endpoint, SignedCall.user(endpoint));
            report.value("memory after the load", claviger.residentMiB(), "MiB", "< 300");
        }
    }

    private void against(String name, URI endpoint, SignedCall call) throws IOException, InterruptedException {
        againstJetty(name, endpoint, call);
        againstMoto(name, endpoint, call);
    }

    private void againstJetty(String name, URI endpoint, SignedCall call) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("claviger-bench", ".xml");
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(call.forClient(endpoint), BodyHandlers.ofFile(answer));
        }
        int port = Program.freePort();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms32m",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                BareJetty.class.getName(),
                Integer.toString(port),
                answer.toString());
        try (Program bare = Program.other(command, port, "/")) {
            compare(name + " / bare Jetty handler", endpoint, bare.endpoint(), call, ">= 0.70");
        }
    }

    private void againstMoto(String name, URI endpoint, SignedCall call) throws IOException, InterruptedException {
        int port = Program.freePort();
        Program moto;
        try {
            moto = Program.other(List.of("moto_server", "-p", Integer.toString(port)), port, "/moto-api/");
        } catch (java.io.UncheckedIOException absent) {
            report.skipped(name + " / moto_server", "moto_server is not installed");
            return;
        }
        try (moto) {
            compare(name + " / moto_server", endpoint, moto.endpoint(), call, ">= 50");
        }
    }

    private void compare(String measure, URI claviger, URI baseline, SignedCall call, String goal)
            throws IOException, InterruptedException {
        Path script = call.asScript();
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            Wrk.rate(claviger, script, effort.seconds());
            Wrk.rate(baseline, script, effort.seconds());
        }
        double[] ours = new double[effort.rounds()];
        double[] theirs = new double[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            theirs[i] = Wrk.rate(baseline, script, effort.seconds());
            ours[i] = Wrk.rate(claviger, script, effort.seconds());
        }
        report.ratio(measure, Report.median(ours), Report.median(theirs), "/s", goal);
    }
}
