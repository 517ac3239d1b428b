package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.http.Wire;
import io.claviger.storage.postgres.RealPostgres;
import io.claviger.storage.sql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What servers of one database do when they are cut from it, paused or killed. */
class ServerFailuresTest extends SeveralServersContract {

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
        assertThat(get(other, "/metrics"))
                .contains(
                        "claviger_changes_current 1",
                        "claviger_database_connections{state=\"used\",use=\"write\"} 0.0",
                        "claviger_database_connection_seconds_count{use=\"read\"}",
                        "claviger_database_undone_total{reason=\"deadlock\"} 0.0");
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
