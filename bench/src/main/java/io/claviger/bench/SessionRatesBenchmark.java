package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import io.claviger.sigv4.Signer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * How many sessions a second a server makes, beside its calls of GetCallerIdentity, and how many calls with a session's key,
 * beside calls with a user's. One server answers both by turns; the load generator runs beside it on the same cores.
 */
final class SessionRatesBenchmark {

    private static final int CONNECTIONS = 16;
    private static final int WARM_UP_ROUNDS = 2;
    private static final String ROLE = "arn:aws:iam::" + Program.ACCOUNT + ":role/bench";
    private static final String TRUST = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}}\
        """.formatted(Program.ACCOUNT);
    private static final String ASSUME_ROLE =
            "Action=AssumeRole&Version=2011-06-15&RoleSessionName=bench&RoleArn=" + encoded(ROLE);

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
            answer(By.iam(Program.ADMINISTRATOR, endpoint).call(createRole()), endpoint);
            Load identity = new Load(user, SignedCall.GET_CALLER_IDENTITY);
            Load assume = new Load(user, ASSUME_ROLE);
            Load bySession = new Load(session(user, endpoint), SignedCall.GET_CALLER_IDENTITY);
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

    private static By session(By user, URI endpoint) throws IOException {
        String assumed = answer(user.call(ASSUME_ROLE), endpoint);
        KeyPair key = new KeyPair(element(assumed, "AccessKeyId"), element(assumed, "SecretAccessKey"));
        Signer signer = key.signer("sts").withSessionToken(element(assumed, "SessionToken"));
        return new By(signer, endpoint);
    }

    private static String createRole() {
        return "Action=CreateRole&Version=2010-05-08&RoleName=bench&AssumeRolePolicyDocument=" + encoded(TRUST);
    }

    private static String answer(SignedCall call, URI endpoint) throws IOException {
        try (HttpConnection connection = new HttpConnection(endpoint)) {
            return new String(connection.succeed(call.bytes()), StandardCharsets.UTF_8);
        }
    }

    private static String element(String xml, String name) {
        return xml.substring(xml.indexOf("<" + name + ">") + name.length() + 2, xml.indexOf("</" + name + ">"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
