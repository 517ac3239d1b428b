package io.claviger.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that are written as they are found, to clients who do not read them. */
class LongAnswersTest {

    /** More than all requests that may wait at once. */
    private static final int CLIENTS = 80;

    private final CountDownLatch begun = new CountDownLatch(Routes.STREAMS);
    private final CountDownLatch ended = new CountDownLatch(Routes.STREAMS);
    private final List<Socket> clients = new ArrayList<>();
    private final Listener listener = Wire.listen(
            new ListenerSettings("127.0.0.1", 0, null, false),
            Map.of(
                    "/",
                    new Route(Set.of("GET"), _ -> Answer.text(200, "written")),
                    "/long",
                    new Route(
                            Set.of("GET"), _ -> new Answer(200, Answer.PLAIN, new byte[0], List.of(), this::endless))));

    private void endless(OutputStream out) throws IOException {
        byte[] piece = new byte[64 * 1024];
        begun.countDown();
        try {
            while (true) {
                out.write(piece);
            }
        } finally {
            ended.countDown();
        }
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        listener.close();
    }

    private Socket ask() throws IOException {
        Socket client = Wire.open(listener.endpoint());
        clients.add(client);
        client.getOutputStream().write(Wire.request("GET /long").getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    @Test
    void clientsWhoDoNotReadHoldUpNobodyElse() throws Exception {
        for (int i = 0; i < Routes.STREAMS; i++) {
            ask();
        }
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        for (int i = Routes.STREAMS; i < CLIENTS; i++) {
            assertThat(Wire.rest(ask())).startsWith("HTTP/1.1 503 ").contains("Retry-After: 1\r\n");
        }
        assertThat(Wire.exchange(listener.endpoint(), Wire.request("GET /"))).endsWith("written\n");

        for (Socket client : clients) {
            client.close();
        }
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
