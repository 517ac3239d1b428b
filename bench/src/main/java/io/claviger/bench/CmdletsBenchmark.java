package io.claviger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a cmdlet takes that is run from a shell, from before its process is made to its end, beside aws-cli and the same call
 * to the same server, in pairs; and how long the prompt takes to be there.
 */
final class CmdletsBenchmark {

    private static final int FEWEST_PAIRS = 20;
    private static final int TO_WARM_UP = 2;
    private static final int LONGEST_SECONDS = 10;
    private static final String PROMPT = "PS > ";

    private record Pair(List<String> cmdlet, List<String> cli) {}

    private final int pairs;
    private final Report report;

    CmdletsBenchmark(Effort effort, Report report) {
        pairs = Math.max(FEWEST_PAIRS, effort.rounds());
        this.report = report;
    }

    void run() throws IOException {
        try (Workspace workspace = Workspace.make("cmdlets");
                Program claviger = Program.claviger(workspace.path("data"))) {
            Path home = Files.createDirectory(workspace.path("home"));
            measure(
                    "Get-IAMUser / aws iam get-user",
                    new Pair(List.of("Get-IAMUser"), List.of("iam", "get-user")),
                    claviger,
                    home);
            measure(
                    "Get-STSCallerIdentity / aws sts get-caller-identity",
                    new Pair(List.of("Get-STSCallerIdentity"), List.of("sts", "get-caller-identity")),
                    claviger,
                    home);
            prompt(claviger, home);
        }
    }

    private void measure(String measure, Pair pair, Program claviger, Path home) throws IOException {
        double[] ours = new double[pairs];
        double[] theirs = new double[pairs];
        List<String> cmdlet = with(launcher(), pair.cmdlet());
        List<String> cli = with(
                List.of(
                        System.getProperty("claviger.aws"),
                        "--endpoint-url",
                        claviger.endpoint().toString()),
                pair.cli());
        for (int i = -TO_WARM_UP; i < pairs; i++) {
            double our = millis(process(claviger, home, cmdlet));
            double their = millis(process(claviger, home, cli));
            if (i >= 0) {
                ours[i] = our;
                theirs[i] = their;
            }
        }
        report.ratio(measure, Sample.of(ours), Sample.of(theirs), "ms", "<= 0.50");
    }

    private void prompt(Program claviger, Path home) throws IOException {
        double[] millis = new double[pairs];
        for (int i = -TO_WARM_UP; i < pairs; i++) {
            double took = untilPrompt(claviger, home);
            if (i >= 0) {
                millis[i] = took;
            }
        }
        report.value("shell, until the prompt is there", Sample.of(millis), "ms", "< 400 ms");
    }

    /** Under script, which gives it a terminal. */
    private static double untilPrompt(Program claviger, Path home) throws IOException {
        ProcessBuilder builder = process(
                claviger, home, List.of("script", "-qfc", "'" + launcher().getFirst() + "' shell", "/dev/null"));
        long start = System.nanoTime();
        Process process = builder.start();
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try (InputStream output = process.getInputStream()) {
            StringBuilder shown = new StringBuilder();
            while (shown.indexOf(PROMPT) < 0) {
                int next = output.read();
                if (next < 0) {
                    throw new IllegalStateException("the prompt did not come: " + shown);
                }
                shown.append((char) next);
            }
            return (System.nanoTime() - start) / 1e6;
        } finally {
            process.destroy();
        }
    }

    private static double millis(ProcessBuilder builder) throws IOException {
        long start = System.nanoTime();
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(builder.command() + " failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static ProcessBuilder process(Program claviger, Path home, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("HOME", home.toString());
        environment.put("AWS_ENDPOINT_URL", claviger.endpoint().toString());
        environment.put("AWS_ACCESS_KEY_ID", Program.ADMINISTRATOR.id());
        environment.put("AWS_SECRET_ACCESS_KEY", Program.ADMINISTRATOR.secret());
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_DEFAULT_REGION", "us-east-1");
        environment.put("AWS_PAGER", "");
        return builder;
    }

    private static List<String> launcher() {
        return List.of(Path.of(System.getProperty("claviger.home"), "claviger").toString());
    }

    private static List<String> with(List<String> first, List<String> rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }
}
