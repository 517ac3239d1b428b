package io.claviger.bench;

import io.claviger.bench.Program.Administrator;
import io.claviger.iam.User;
import io.claviger.storage.SealingKey;
import io.claviger.storage.SqliteStore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The same server with a million users as with ten: start, memory, and what a call costs. */
final class ScaleBenchmark {

    private static final int FEW = 10;
    private static final int MANY = 1_000_000;
    private static final int BATCH = 20_000;
    private static final int CALLS = 5_000;

    private final Effort effort;
    private final Report report;

    ScaleBenchmark(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    private record Measured(double start, double resident, double callerIdentity, double oneUser, double anyUser) {}

    void run() throws IOException, InterruptedException {
        Path few = seeded(FEW);
        Path many = seeded(MANY);
        Measured[] ofFew = new Measured[effort.rounds()];
        Measured[] ofMany = new Measured[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            ofFew[i] = measured(few, FEW);
            ofMany[i] = measured(many, MANY);
        }
        compare("start, 1,000,000 users / 10", ofMany, ofFew, Measured::start, "ms");
        compare("memory after the calls", ofMany, ofFew, Measured::resident, "MiB");
        compare("GetCallerIdentity", ofMany, ofFew, Measured::callerIdentity, "us");
        compare("GetUser, one user (from memory)", ofMany, ofFew, Measured::oneUser, "us");
        compare("GetUser, users at random (of 10: from memory)", ofMany, ofFew, Measured::anyUser, "us");
    }

    private void compare(
            String measure,
            Measured[] many,
            Measured[] few,
            java.util.function.ToDoubleFunction<Measured> value,
            String unit) {
        report.ratio(
                measure,
                Report.median(java.util.Arrays.stream(many).mapToDouble(value).toArray()),
                Report.median(java.util.Arrays.stream(few).mapToDouble(value).toArray()),
                unit,
                "<= 1.2");
    }

    private static Path seeded(int users) throws IOException {
        Path data = Files.createTempDirectory("claviger-bench").resolve("data");
        Program.claviger(data.toString()).close();
        try (SqliteStore store = SqliteStore.open(data, new SealingKey.InFile(data.resolve("sealing.key")))) {
            for (int from = 0; from < users; from += BATCH) {
                List<User> batch = IntStream.range(from, Math.min(users, from + BATCH))
                        .mapToObj(ScaleBenchmark::user)
                        .toList();
                store.write(writing -> {
                    batch.forEach(writing::insert);
                    return batch.size();
                });
            }
        }
        return data;
    }

    private static User user(int number) {
        return new User(
                Administrator.ACCOUNT,
                String.format("AIDA%017d", number),
                "user-" + number,
                "/",
                Instant.EPOCH,
                null,
                List.of());
    }

    private Measured measured(Path data, int users) throws IOException, InterruptedException {
        try (Program program = Program.claviger(data.toString(), "--users-per-account", "2000000");
                HttpClient client = HttpClient.newHttpClient()) {
            Random random = new Random(users);
            List<HttpRequest> anybody = IntStream.range(0, CALLS)
                    .mapToObj(i -> userCall(program, random.nextInt(users)))
                    .toList();
            List<HttpRequest> somebody = repeated(userCall(program, users / 2));
            List<HttpRequest> myself =
                    repeated(SignedCall.callerIdentity(program.endpoint()).forClient(program.endpoint()));
            List<HttpRequest> others = IntStream.range(0, CALLS)
                    .mapToObj(i -> userCall(program, random.nextInt(users)))
                    .toList();
            micros(client, myself);
            micros(client, somebody);
            // Warms the code up, and with many users hardly any of the measured ones.
            micros(client, others);
            return new Measured(
                    program.secondsToReady() * 1000,
                    program.residentMiB(),
                    micros(client, myself),
                    micros(client, somebody),
                    micros(client, anybody));
        }
    }

    private static HttpRequest userCall(Program program, int number) {
        return SignedCall.of(program.endpoint(), "iam", "Action=GetUser&Version=2010-05-08&UserName=user-" + number)
                .forClient(program.endpoint());
    }

    private static List<HttpRequest> repeated(HttpRequest request) {
        return IntStream.range(0, CALLS).mapToObj(i -> request).toList();
    }

    /** How long a call takes, one after another, in microseconds. */
    private static double micros(HttpClient client, List<HttpRequest> calls) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (HttpRequest call : calls) {
            HttpResponse<String> answer = client.send(call, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
        }
        return (System.nanoTime() - start) / 1e3 / calls.size();
    }
}
