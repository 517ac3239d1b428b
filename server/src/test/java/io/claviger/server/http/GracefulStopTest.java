package io.claviger.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GracefulStopTest {

    @Test
    void requestUnderWayIsAnsweredBeforeTheListenerHasStopped() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Endpoint slow = _ -> {
            begun.countDown();
            try {
                return Answer.text(200, mayEnd.await(20, TimeUnit.SECONDS) ? "done" : "gave up");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Answer.text(500, "interrupted");
            }
        };
        Listener listener = Wire.listen(
                new ListenerSettings("127.0.0.1", 0, null, false), Map.of("/", new Route(Set.of("GET"), slow)));
        URI endpoint = listener.endpoint();
        try (Socket socket = Wire.open(endpoint)) {
            socket.getOutputStream().write(Wire.request("GET /").getBytes(StandardCharsets.US_ASCII));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

            Thread stopping = Thread.ofPlatform().start(listener::close);
            while (accepts(endpoint)) {
                Thread.onSpinWait();
            }
            assertThat(stopping.isAlive()).isTrue();
            mayEnd.countDown();

            assertThat(Wire.rest(socket)).startsWith("HTTP/1.1 200 ").endsWith("done\n");
            stopping.join();
        }
    }

    private static boolean accepts(URI endpoint) {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
