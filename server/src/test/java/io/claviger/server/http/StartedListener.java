package io.claviger.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.sigv4.HttpRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A listener and what reaches its endpoints. */
abstract class StartedListener {

    final AtomicReference<@Nullable IncomingRequest> seen = new AtomicReference<>();
    Listener listener = start(Limits.ARRIVAL);

    Listener start(Duration incoming) {
        Endpoint noting = arrived -> {
            seen.set(arrived);
            return Answer.text(200, "body of " + arrived.request().body().length);
        };
        Endpoint failing = _ -> {
            throw new IllegalStateException("this is for the log alone");
        };
        Listener started = Listener.bind(new ListenerSettings("127.0.0.1", 0, null, false), incoming);
        started.serve(Map.of(
                "/",
                new Route(Set.of("GET", "POST"), noting),
                "/read",
                Route.read(noting),
                "/failing",
                Route.read(failing)));
        return started;
    }

    @BeforeEach
    void forget() {
        seen.set(null);
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    String exchange(String text) throws IOException {
        return Wire.exchange(listener.endpoint(), text);
    }

    HttpRequest arrived() {
        IncomingRequest incoming = seen.get();
        assertThat(incoming).as("the request that arrived").isNotNull();
        return Objects.requireNonNull(incoming).request();
    }
}
