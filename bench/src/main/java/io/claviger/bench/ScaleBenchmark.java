package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The same server with a million users, each with an access key, as with ten, on SQLite or on PostgreSQL: start, memory, and
 * how long a call takes. One user over and over is answered from the caches in either case. Users at random are in the
 * caches if there are ten of them; if there are a million, they are in the database.
 */
final class ScaleBenchmark {

    private static final int FEW = 10;
    private static final int CALLS_PER_SECOND = 3_000;
    private static final String TARGET = "<= 1.2";

    private final Effort effort;
    private final Report report;

    ScaleBenchmark(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    /** Starts a server on a place that has so many users. */
    private interface Place {
        Program start(int users, String... options) throws IOException;
    }

    /** Times in milliseconds and microseconds, memory in MiB. */
    private record Measured(
            double start,
            double ready,
            double oneCaller,
            double anyCaller,
            double oneUser,
            double anyUser,
            double readUser,
            double memory) {}

    void run() throws IOException, SQLException {
        try (Workspace workspace = Workspace.make("scale")) {
            Path few = workspace.path("few");
            Path many = workspace.path("many");
            Population.make(few, FEW, true);
            Population.make(many, effort.users(), true);
            compare(onSqlite(few), onSqlite(many));
        }
    }

    /** The same on PostgreSQL. The few are in a second database, which is made for them and dropped. */
    void run(String database) throws IOException, SQLException, InterruptedException {
        try (Workspace workspace = Workspace.make("scale");
                SecondDatabase second = SecondDatabase.make(database)) {
            Path few = workspace.path("few");
            Path many = workspace.path("many");
            Population.make(few, FEW, true);
            Population.make(many, effort.users(), true);
            compare(onPostgres(few, second.url()), onPostgres(many, database));
        }
    }

    private static Place onSqlite(Path data) {
        return (users, options) -> Program.claviger(
                data, Stream.concat(allowing(users), Stream.of(options)).toArray(String[]::new));
    }

    private static Place onPostgres(Path data, String database) throws IOException, InterruptedException {
        Map<String, String> key =
                Map.of("CLAVIGER_SEALING_KEY_FILE", data.resolve("sealing.key").toString());
        Program.command(key, "migrate", "--from", data.toString(), "--to", database);
        return (users, options) -> Program.onPostgres(
                key,
                database,
                data.resolve("audit-beside"),
                Stream.concat(allowing(users), Stream.of(options)).toArray(String[]::new));
    }

    private static Stream<String> allowing(int users) {
        return Stream.of("--users-per-account", Integer.toString(users + FEW));
    }

    private void compare(Place few, Place many) throws IOException {
        Measured[] ofFew = new Measured[effort.rounds()];
        Measured[] ofMany = new Measured[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            ofFew[i] = measured(few, FEW, i);
            ofMany[i] = measured(many, effort.users(), i);
        }
        print(ofMany, ofFew);
    }

    private void print(Measured[] many, Measured[] few) {
        compare("second start, " + effort.users() + " users / " + FEW, many, few, Measured::start, "ms", TARGET);
        compare("memory when ready", many, few, Measured::ready, "MiB", TARGET);
        compare("GetCallerIdentity, one caller", many, few, Measured::oneCaller, "us", TARGET);
        compare("GetCallerIdentity, callers at random", many, few, Measured::anyCaller, "us", "");
        compare("GetUser, one user", many, few, Measured::oneUser, "us", TARGET);
        compare("GetUser, users at random", many, few, Measured::anyUser, "us", "");
        compare("GetUser, users at random, nothing cached", many, few, Measured::readUser, "us", TARGET);
        compare("memory after the calls", many, few, Measured::memory, "MiB", "< 300 MiB");
    }

    private void compare(
            String measure,
            Measured[] many,
            Measured[] few,
            ToDoubleFunction<Measured> value,
            String unit,
            String target) {
        report.ratio(measure, Sample.of(many, value), Sample.of(few, value), unit, target);
    }

    private Measured measured(Place place, int users, int round) throws IOException {
        double readUser = readUser(place, users, round);
        try (Program program = place.start(users);
                HttpConnection connection = new HttpConnection(program.endpoint())) {
            double ready = program.residentMiB();
            int one = users / 2;
            Random random = new Random(round);
            IntFunction<byte[]> self = number -> By.sts(Population.key(number), program.endpoint())
                    .call(SignedCall.GET_CALLER_IDENTITY)
                    .bytes();
            IntFunction<byte[]> look = look(program);
            return new Measured(
                    program.secondsToReady() * 1000,
                    ready,
                    micros(connection, () -> one, self),
                    micros(connection, () -> random.nextInt(users), self),
                    micros(connection, () -> one, look),
                    micros(connection, () -> random.nextInt(users), look),
                    readUser,
                    program.residentMiB());
        }
    }

    /** What it takes when each user is read from the database, of however few. */
    private double readUser(Place place, int users, int round) throws IOException {
        try (Program program = place.start(users, "--cached", "0");
                HttpConnection connection = new HttpConnection(program.endpoint())) {
            Random random = new Random(round);
            return micros(connection, () -> random.nextInt(users), look(program));
        }
    }

    private static IntFunction<byte[]> look(Program program) {
        By administrator = By.iam(Program.ADMINISTRATOR, program.endpoint());
        return number -> administrator
                .call(SignedCall.GET_USER + "&UserName=" + Population.name(number))
                .bytes();
    }

    /** Which user is next. */
    private interface Choice {
        int next();
    }

    /** How long a call takes, one after another and after as many to warm up, in microseconds. */
    private double micros(HttpConnection connection, Choice choice, IntFunction<byte[]> call) throws IOException {
        send(connection, calls(choice, call));
        List<byte[]> measured = calls(choice, call);
        long start = System.nanoTime();
        send(connection, measured);
        return (System.nanoTime() - start) / 1e3 / measured.size();
    }

    private List<byte[]> calls(Choice choice, IntFunction<byte[]> call) {
        return IntStream.range(0, CALLS_PER_SECOND * effort.seconds())
                .mapToObj(i -> call.apply(choice.next()))
                .toList();
    }

    private static void send(HttpConnection connection, List<byte[]> calls) throws IOException {
        for (byte[] call : calls) {
            byte[] _ = connection.succeed(call);
        }
    }
}
