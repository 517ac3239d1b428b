package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How many signed calls a second, against a bare Jetty handler that answers the same bytes, and against moto_server. The
 * load generator runs beside them on the same cores. A call is signed once: a signature is good for fifteen minutes.
 */
final class ThroughputBenchmark {

    private static final int[] CONNECTIONS = {16, 32};
    private static final int MOTOS_CONNECTIONS = 16;
    private static final int WARM_UP_ROUNDS = 2;

    private final Effort effort;
    private final Report report;

    ThroughputBenchmark(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    /** A call as wrk sends it. */
    private record Load(String name, Path script, int connections) {}

    /** What became of it. */
    private record Served(double rate, double processorMicros) {}

    void run() throws IOException, InterruptedException {
        if (!Wrk.isThere()) {
            report.skipped("throughput", "wrk is not installed: apt-get install wrk");
            return;
        }
        try (Workspace workspace = Workspace.make("throughput");
                Program claviger = Program.claviger(workspace.path("data"))) {
            measure(
                    "GetCallerIdentity",
                    () -> By.sts(Program.ADMINISTRATOR, claviger.endpoint()).call(SignedCall.GET_CALLER_IDENTITY),
                    claviger,
                    workspace);
            measure(
                    "GetUser",
                    () -> By.iam(Program.ADMINISTRATOR, claviger.endpoint()).call(SignedCall.GET_USER),
                    claviger,
                    workspace);
            report.value("memory after the load", Sample.of(claviger.residentMiB()), "MiB", "< 300");
        }
    }

    /** Signs a call again, so that none gets too old. */
    private interface Signing {
        SignedCall now();
    }

    private void measure(String name, Signing signing, Program claviger, Workspace workspace)
            throws IOException, InterruptedException {
        Path answer = workspace.path(name + ".http");
        try (HttpConnection connection = new HttpConnection(claviger.endpoint())) {
            Files.write(answer, connection.succeed(signing.now().bytes()));
        }
        Path script = workspace.path(name + ".lua");
        try (Program bare = Program.bareJetty(claviger, answer)) {
            for (int connections : CONNECTIONS) {
                signing.now().writeScript(script);
                againstJetty(new Load(name, script, connections), claviger, bare);
            }
        }
        signing.now().writeScript(script);
        againstMoto(new Load(name, script, MOTOS_CONNECTIONS), claviger);
    }

    private void againstJetty(Load load, Program claviger, Program bare) throws IOException, InterruptedException {
        Served[][] served = alternate(load, claviger, bare);
        String measure = load.name() + ", " + load.connections() + " connections";
        report.ratio(measure + " / bare Jetty", rate(served[0]), rate(served[1]), "/s", ">= 0.70");
        report.ratio(measure + ", processor a call / bare Jetty", cost(served[0]), cost(served[1]), "us", "");
    }

    private void againstMoto(Load load, Program claviger) throws IOException, InterruptedException {
        Program started;
        try {
            started = Program.moto();
        } catch (IOException absent) {
            report.skipped(load.name() + " / moto_server", "moto_server is not installed: pip install 'moto[server]'");
            return;
        }
        try (Program moto = started) {
            Served[][] served = alternate(load, claviger, moto);
            String measure = load.name() + ", " + load.connections() + " connections / moto_server";
            report.ratio(measure, rate(served[0]), rate(served[1]), "/s", ">= 50");
        }
    }

    /** Claviger's rounds, and the other's. */
    private Served[][] alternate(Load load, Program claviger, Program other) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            serve(claviger, load);
            serve(other, load);
        }
        Served[] ours = new Served[effort.rounds()];
        Served[] theirs = new Served[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            theirs[i] = serve(other, load);
            ours[i] = serve(claviger, load);
        }
        return new Served[][] {ours, theirs};
    }

    private Served serve(Program program, Load load) throws IOException, InterruptedException {
        double before = program.processorSeconds();
        double rate = Wrk.rate(program.endpoint(), load.script(), load.connections(), effort.seconds());
        double used = program.processorSeconds() - before;
        return new Served(rate, 1e6 * used / (rate * effort.seconds()));
    }

    private static Sample rate(Served[] served) {
        return Sample.of(served, Served::rate);
    }

    private static Sample cost(Served[] served) {
        return Sample.of(served, Served::processorMicros);
    }
}
