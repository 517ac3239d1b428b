package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.SessionFormat;
import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.composition.FirstStart.Outcome;
import io.claviger.server.composition.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two servers on one PostgreSQL. The system property {@code claviger.revocation.rounds} says how many revocations are tried
 * across them, and how long they take is printed.
 */
class SeveralServersTest extends SeveralServersContract {

    private static final int ROUNDS = Integer.getInteger("claviger.revocation.rounds", 15);

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

    @Test
    void eachTakesSessionsOfTheOtherWhicheverFormatItsTokensHave() {
        try (RunningServer third = start("third", SessionFormat.LINES)) {
            ApiCaller atThird = at(third, here);
            Reply compact = here.done("sts", "GetSessionToken");
            Reply lines = atThird.done("sts", "GetSessionToken");
            assertThat(lines.text("SessionToken").length())
                    .isGreaterThan(compact.text("SessionToken").length() + 100);
            for (Reply session : List.of(compact, lines)) {
                for (RunningServer server : List.of(one, other, third)) {
                    assertThat(at(server, here.with(session))
                                    .done("sts", "GetCallerIdentity")
                                    .body())
                            .contains("user/Administrator");
                }
            }
        }
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
}
