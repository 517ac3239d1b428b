package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart.Outcome;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import io.claviger.storage.postgres.PostgresUrl;
import io.claviger.storage.postgres.RealPostgres;
import io.claviger.storage.sql.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on one PostgreSQL. The system property {@code claviger.revocation.rounds} says how many revocations are tried
 * across them, and how long they take is printed.
 */
class SeveralServersTest {

    private static final int ROUNDS = Integer.getInteger("claviger.revocation.rounds", 15);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final String SEALING_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path home = Path.of("");

    private RealPostgres database;
    private PostgresUrl url;
    private RunningServer one;
    private RunningServer other;
    private ApiCaller here;
    private ApiCaller there;

    @BeforeEach
    void start() {
        database = RealPostgres.start();
        url = database.newDatabase();
        one = start("one");
        other = start("other");
        here = ApiCaller.administrator(one.endpoint(), CLOCK);
        there = ApiCaller.administrator(other.endpoint(), CLOCK);
    }

    private RunningServer start(String name) {
        return Samples.start(
                Samples.settings(
                        new DataLocation.Postgres(url, Optional.empty(), SEALING_KEY, name, BOUND),
                        Optional.of(home.resolve(name)),
                        name),
                CLOCK);
    }

    @AfterEach
    void stop() {
        other.close();
        one.close();
        database.stop();
    }

    /** The same caller at another server. */
    private static ApiCaller at(RunningServer server, ApiCaller caller) {
        return new ApiCaller(server.endpoint(), caller.clock(), caller.signers());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!condition.call()) {
            assertThat(Instant.now()).as("what is awaited comes").isBefore(deadline);
            Thread.sleep(5);
        }
    }

    private static String get(RunningServer server, String path) throws Exception {
        return Wire.exchange(server.endpoint(), Wire.request("GET " + path, "Connection: close"));
    }

    @Test
    void oneAccountIsMadeAndBothServeIt() {
        assertThat(one.account()).isInstanceOf(Outcome.Created.class);
        assertThat(other.account()).isInstanceOf(Outcome.Existing.class);
        here.done("iam", "CreateUser", "UserName", "ann");
        assertThat(there.done("iam", "GetUser", "UserName", "ann").body()).contains("user/ann");
    }

    @Test
    void bothOnANewDatabaseAtOnceMakeOneAccount() throws Exception {
        url = database.newDatabase();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<RunningServer>> starting =
                    List.of(threads.submit(() -> start("first")), threads.submit(() -> start("second")));
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<RunningServer> started : starting) {
                outcomes.add(started.get().account());
                started.get().close();
            }
            assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Created.class);
            assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Existing.class);
        }
    }

    /** Sessions, pages and jobs belong to no server. */
    @Test
    void whatOneBeganTheOtherGoesOnWith() throws Exception {
        for (String name : List.of("a", "b", "c")) {
            here.done("iam", "CreateUser", "UserName", name);
        }
        Reply page = here.done("iam", "ListUsers", "MaxItems", "2");
        assertThat(there.done("iam", "ListUsers", "MaxItems", "2", "Marker", page.text("Marker"))
                        .body())
                .contains("user/b")
                .contains("user/c");

        Reply session = here.done("sts", "GetSessionToken");
        assertThat(at(other, here.with(session))
                        .done("sts", "GetCallerIdentity")
                        .body())
                .contains("user/Administrator");

        here.done("iam", "GenerateCredentialReport");
        await(() -> there.call("iam", "GetCredentialReport").succeeded());
    }

    /** A key is deleted, made inactive, or loses its policy, on one server; the other refuses it within the bound. */
    @Test
    void aRevocationOnOneIsInForceOnTheOtherWithinTheBound() throws Exception {
        here.done("iam", "CreateUser", "UserName", "worker");
        List<Duration> taken = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            here.done(
                    "iam",
                    "AttachUserPolicy",
                    "UserName",
                    "worker",
                    "PolicyArn",
                    "arn:aws:iam::aws:policy/ReadOnlyAccess");
            Reply key = here.done("iam", "CreateAccessKey", "UserName", "worker");
            ApiCaller worker = at(other, here.with(key));
            await(() -> worker.call("iam", "ListUsers").succeeded());
            revoke(round % 3, key.text("AccessKeyId"));
            long acknowledged = System.nanoTime();
            Duration last = Duration.ZERO;
            while (true) {
                Duration begun = Duration.ofNanos(System.nanoTime() - acknowledged);
                if (!worker.call("iam", "ListUsers").succeeded()) {
                    break;
                }
                assertThat(begun).as("when a call began that succeeded").isLessThan(BOUND);
                last = Duration.ofNanos(System.nanoTime() - acknowledged);
            }
            taken.add(last);
            if (round % 3 != 0) {
                here.done("iam", "DeleteAccessKey", "UserName", "worker", "AccessKeyId", key.text("AccessKeyId"));
            }
        }
        taken.sort(null);
        System.out.printf(
                "%d revocations, until the other server refused: p50 %d us, p99 %d us, at most %d us%n",
                ROUNDS,
                taken.get(ROUNDS / 2).toNanos() / 1000,
                taken.get(ROUNDS * 99 / 100).toNanos() / 1000,
                taken.getLast().toNanos() / 1000);
    }

    private void revoke(int kind, String keyId) {
        switch (kind) {
            case 0 -> here.done("iam", "DeleteAccessKey", "UserName", "worker", "AccessKeyId", keyId);
            case 1 ->
                here.done("iam", "UpdateAccessKey", "UserName", "worker", "AccessKeyId", keyId, "Status", "Inactive");
            default ->
                here.done(
                        "iam",
                        "DetachUserPolicy",
                        "UserName",
                        "worker",
                        "PolicyArn",
                        "arn:aws:iam::aws:policy/ReadOnlyAccess");
        }
    }

    @Test
    void aServerThatCannotFollowTheDatabaseRefusesUntilItCan() throws Exception {
        assertThat(there.call("sts", "GetCallerIdentity").succeeded()).isTrue();
        database.stop();
        await(() -> !there.call("sts", "GetCallerIdentity").succeeded());
        Reply refusal = there.call("sts", "GetCallerIdentity");
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.text("Code")).isEqualTo("ServiceUnavailable");
        assertThat(Samples.call(
                        other.endpoint(),
                        CLOCK.instant(),
                        Samples.KEY_ID,
                        Samples.SECRET,
                        "sts",
                        "Action=GetCallerIdentity&Version=2011-06-15"))
                .contains("\r\nRetry-After: 1\r\n");
        assertThat(get(other, "/health/ready"))
                .startsWith("HTTP/1.1 503 ")
                .contains("changes that other servers made may be missing");
        assertThat(get(other, "/health/live")).startsWith("HTTP/1.1 200 ");
        assertThat(get(other, "/metrics")).contains("claviger_changes_current 0");
        assertThat(Wire.exchange(
                        other.endpoint(), Wire.request("POST /sign-in", "Connection: close", "Content-Length: 0")))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 1");
        database.resume();
        await(() -> there.call("sts", "GetCallerIdentity").succeeded());
        assertThat(get(other, "/health/ready")).startsWith("HTTP/1.1 200 ");
        assertThat(get(other, "/metrics")).contains("claviger_changes_current 1");
    }

    @Test
    void linesOfTheAuditTrailNameTheirServer() throws Exception {
        here.done("iam", "CreateUser", "UserName", "ann");
        there.done("iam", "DeleteUser", "UserName", "ann");
        other.close();
        one.close();
        assertThat(lines("one")).anyMatch(line -> line.contains("CreateUser") && line.contains("\"node\":\"one\""));
        assertThat(lines("other")).anyMatch(line -> line.contains("DeleteUser") && line.contains("\"node\":\"other\""));
    }

    private List<String> lines(String name) throws Exception {
        try (Stream<Path> files = Files.list(home.resolve(name))) {
            List<String> lines = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines;
        }
    }

    private ServerProcess process() {
        return ServerProcess.start(
                home,
                Map.of("CLAVIGER_SEALING_KEY", SEALING_KEY),
                "--database",
                "postgresql://" + RealPostgres.USER + "@127.0.0.1:" + database.port() + "/" + url.database(),
                "--node",
                "third");
    }

    /** As a process that a hypervisor or a long collection stops: it wakes with the caches of before. */
    @Test
    void aServerThatWasPausedServesNothingThatWasRevokedMeanwhile() throws Exception {
        here.done("iam", "CreateUser", "UserName", "worker");
        Reply key = here.done("iam", "CreateAccessKey", "UserName", "worker");
        try (ServerProcess third = process()) {
            ApiCaller worker =
                    new ApiCaller(third.endpoint(), CLOCK, here.with(key).signers());
            await(() -> worker.call("sts", "GetCallerIdentity").succeeded());
            third.signal("STOP");
            here.done("iam", "DeleteAccessKey", "UserName", "worker", "AccessKeyId", key.text("AccessKeyId"));
            Thread.sleep(BOUND.multipliedBy(2));
            try (ExecutorService threads = Executors.newCachedThreadPool()) {
                // They wait in its sockets when it wakes.
                List<Future<Reply>> waiting = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    waiting.add(threads.submit(() -> worker.call("sts", "GetCallerIdentity")));
                }
                Thread.sleep(200);
                third.signal("CONT");
                for (Future<Reply> reply : waiting) {
                    assertThat(reply.get().status()).isIn(403, 503);
                }
            }
            await(() -> worker.call("sts", "GetCallerIdentity").status() == 403);
        }
    }

    /** Both write at full speed, and one of them is killed: what it acknowledged is there, and what it refused is not. */
    @Test
    void aServerThatIsKilledLosesNothingThatItAcknowledged() throws Exception {
        Set<String> acknowledged = new ConcurrentSkipListSet<>();
        Set<String> refused = new ConcurrentSkipListSet<>();
        AtomicBoolean done = new AtomicBoolean();
        try (ServerProcess third = process();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            ApiCaller doomed = ApiCaller.administrator(third.endpoint(), CLOCK);
            List<Future<?>> writers = new ArrayList<>();
            for (int t = 0; t < 6; t++) {
                ApiCaller caller = t % 2 == 0 ? here : doomed;
                String thread = "w" + t + "-";
                writers.add(threads.submit(() -> write(caller, thread, done, acknowledged, refused)));
            }
            await(() -> acknowledged.size() > 100);
            third.signal("KILL");
            int before = acknowledged.size();
            await(() -> acknowledged.size() > before + 50);
            done.set(true);
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        try (Session session = database.session(url.database())) {
            List<String> users = session.list("SELECT name FROM iam_user", row -> row.getString(1));
            assertThat(users)
                    .containsAll(acknowledged)
                    .filteredOn(refused::contains)
                    .isEmpty();
            assertThat(session.list(
                            "SELECT r.number - count(DISTINCT c.revision) FROM revision r, change c GROUP BY r.number",
                            row -> row.getLong(1)))
                    .as("revisions that are missing")
                    .containsExactly(0L);
        }
    }

    private static int write(
            ApiCaller caller, String thread, AtomicBoolean done, Set<String> acknowledged, Set<String> refused) {
        int written = 0;
        while (!done.get()) {
            String name = thread + written++;
            try {
                (caller.call("iam", "CreateUser", "UserName", name).succeeded() ? acknowledged : refused).add(name);
            } catch (RuntimeException e) {
                // No answer came: it may have been written.
                return written;
            }
        }
        return written;
    }
}
