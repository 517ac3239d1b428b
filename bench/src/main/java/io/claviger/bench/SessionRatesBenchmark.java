package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * How many sessions a second a server makes, beside its calls of GetCallerIdentity, and how many calls with a session's key,
 * beside calls with a user's. One server answers both by turns; the load generator runs beside it on the same cores.
 */
final class SessionRatesBenchmark {

    private static final int CONNECTIONS = 16;
    private static final int WARM_UP_ROUNDS = 2;
    private static final String TRUST = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}}\
        """.formatted(Program.ACCOUNT);

    private final Effort effort;
    private final Report report;

    SessionRatesBenchmark(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    /** Whose calls, and which one. */
    private record Load(By by, String form) {}

    void run() throws IOException, InterruptedException {
        if (!Wrk.isThere()) {
            report.skipped("sessions over the network", "wrk is not installed: apt-get install wrk");
            return;
        }
        try (Workspace workspace = Workspace.make("sessions");
                Program claviger = Program.claviger(workspace.path("data"))) {
            URI endpoint = claviger.endpoint();
            By user = By.sts(Program.ADMINISTRATOR, endpoint);
            byte[] _ = answer(By.iam(Program.ADMINISTRATOR, endpoint).call(createRole()), endpoint);
            Load identity = new Load(user, SignedCall.GET_CALLER_IDENTITY);
            Load assume = new Load(user, AssumedRole.ASSUME);
            Load bySession = new Load(
                    AssumedRole.by(answer(user.call(AssumedRole.ASSUME), endpoint), endpoint),
                    SignedCall.GET_CALLER_IDENTITY);
            measure("AssumeRole / GetCallerIdentity, over the network", assume, identity, workspace, ">= 0.50");
            measure("a session's key / a user's, over the network", bySession, identity, workspace, ">= 0.90");
        }
    }

    private void measure(String measure, Load load, Load baseline, Workspace workspace, String target)
            throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            rate(baseline, workspace);
            rate(load, workspace);
        }
        double[] loads = new double[effort.rounds()];
        double[] baselines = new double[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            baselines[i] = rate(baseline, workspace);
            loads[i] = rate(load, workspace);
        }
        report.ratio(measure, Sample.of(loads), Sample.of(baselines), "/s", target);
    }

    /** Signs the call again each time, so that none gets too old. */
    private double rate(Load load, Workspace workspace) throws IOException, InterruptedException {
        Path script = load.by().call(load.form()).writeScript(workspace.path("call.lua"));
        return Wrk.rate(load.by().endpoint(), script, CONNECTIONS, effort.seconds());
    }

    private static String createRole() {
        return "Action=CreateRole&Version=2010-05-08&RoleName=bench&AssumeRolePolicyDocument="
                + AssumedRole.encoded(TRUST);
    }

    private static byte[] answer(SignedCall call, URI endpoint) throws IOException {
        try (HttpConnection connection = new HttpConnection(endpoint)) {
            return connection.succeed(call.bytes());
        }
    }
}
