package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.SessionFormat;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import io.claviger.storage.postgres.PostgresUrl;
import io.claviger.storage.postgres.RealPostgres;
import io.claviger.storage.sealing.SealingKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two servers of one database, and an administrator who calls each. */
abstract class SeveralServersContract {

    static final InstantSource CLOCK = InstantSource.system();
    static final Duration BOUND = Duration.ofSeconds(1);
    static final String SEALING_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path home = Path.of("");

    RealPostgres database;
    PostgresUrl url;
    RunningServer one;
    RunningServer other;
    ApiCaller here;
    ApiCaller there;

    @BeforeEach
    void start() {
        database = RealPostgres.start();
        url = database.newDatabase();
        one = start("one");
        other = start("other");
        here = ApiCaller.administrator(one.endpoint(), CLOCK);
        there = ApiCaller.administrator(other.endpoint(), CLOCK);
    }

    RunningServer start(String name) {
        return start(name, SessionFormat.COMPACT);
    }

    RunningServer start(String name, SessionFormat sessionTokens) {
        return start(name, new SealingKey.Given(SEALING_KEY), sessionTokens);
    }

    RunningServer start(String name, SealingKey key) {
        return start(name, key, SessionFormat.COMPACT);
    }

    private RunningServer start(String name, SealingKey key, SessionFormat sessionTokens) {
        return Samples.start(
                Samples.settings(
                        new DataLocation.Postgres(url, Optional.empty(), key, name, BOUND, sessionTokens),
                        Optional.of(home.resolve(name)),
                        name),
                CLOCK);
    }

    /** The same caller at another server. */
    static ApiCaller at(RunningServer server, ApiCaller caller) {
        return new ApiCaller(server.endpoint(), caller.clock(), caller.signers());
    }

    @AfterEach
    void stop() {
        other.close();
        one.close();
        database.stop();
    }

    static void await(Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!condition.call()) {
            assertThat(Instant.now()).as("what is awaited comes").isBefore(deadline);
            Thread.sleep(5);
        }
    }

    static String get(RunningServer server, String path) throws Exception {
        return Wire.exchange(server.endpoint(), Wire.request("GET " + path, "Connection: close"));
    }
}
