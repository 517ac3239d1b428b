package io.claviger.server;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;

/** A server that people sign in to. */
abstract class SignInServer {

    static final Pattern CREDENTIALS = Pattern.compile("\\{\"Version\":1,\"AccessKeyId\":\"(ASIA[A-Z2-7]{16})\","
            + "\"SecretAccessKey\":\"([^\"]{40})\",\"SessionToken\":\"([^\"]+)\","
            + "\"Expiration\":\"2026-11-22T11:00:00Z\"}\\s*");

    final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
    final RunningServer server =
            Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()), now::get);

    @AfterEach
    void stop() {
        server.close();
    }
}
