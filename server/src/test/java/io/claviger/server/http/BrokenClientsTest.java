package io.claviger.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.LogLines;
import io.claviger.server.logging.LogLevel;
import io.claviger.server.logging.Logging;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that are slow, break off or talk nonsense: they get an answer if there can be one, and the log gets no line. */
class BrokenClientsTest {

    private static final Duration ARRIVAL = Duration.ofSeconds(1);
    private static final int LARGE = 8 * 1024 * 1024;
    private static final String BODY = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nhalf a bod";

    private static final String H2C =
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\n";

    private static Listener listen(ListenerSettings settings) {
        byte[] large = new byte[LARGE];
        Listener listener = Listener.bind(settings, ARRIVAL);
        listener.serve(Map.of(
                "/",
                new Route(
                        Set.of("GET", "POST"),
                        incoming ->
                                Answer.text(200, "body of " + incoming.request().body().length)),
                "/large",
                Route.read(_ -> new Answer(200, Answer.PLAIN, large, List.of()))));
        return listener;
    }

    private static Listener listen() {
        return listen(new ListenerSettings("127.0.0.1", 0, null, false));
    }

    /** The log as the program sets it up, and what Jetty writes to it. */
    private static LogLines log() {
        Logging.start(LogLevel.INFO, new ByteArrayOutputStream());
        return LogLines.from("");
    }

    private static Socket begin(URI endpoint, String text) throws IOException {
        Socket socket = Wire.open(endpoint);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static void assertServes(Listener listener) throws IOException {
        assertThat(Wire.exchange(listener.endpoint(), Wire.request("GET /"))).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BODY,
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: ",
                "GET / HTTP/1.1\r\n",
                "GET / HT"
            })
    void requestThatArrivesTooSlowlyGets408(String beginning) throws IOException {
        try (LogLines log = log();
                Listener listener = listen()) {
            for (int i = 0; i < 3; i++) {
                try (Socket slow = begin(listener.endpoint(), beginning)) {
                    assertThat(Wire.rest(slow)).startsWith("HTTP/1.1 408 ").containsIgnoringCase("Connection: close");
                }
            }
            assertServes(listener);
            assertThat(log.messages()).isEmpty();
        }
    }

    @Test
    void connectionOnWhichNothingComesIsClosedWithoutAWord() throws IOException {
        try (LogLines log = log();
                Listener listener = listen();
                Socket silent = begin(listener.endpoint(), "")) {
            assertThat(Wire.rest(silent)).isEmpty();
            assertThat(log.messages()).isEmpty();
        }
    }

    @Test
    void slowBodiesGiveBackTheirRoom() throws IOException {
        String large = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + Limits.BODY + "\r\n\r\nx";
        long most = Limits.ALL_BODIES / Limits.BODY;
        try (Listener listener = listen()) {
            for (int round = 0; round < 2; round++) {
                Socket[] slow = new Socket[(int) most];
                for (int i = 0; i < slow.length; i++) {
                    slow[i] = begin(listener.endpoint(), large);
                }
                for (Socket socket : slow) {
                    assertThat(Wire.rest(socket)).startsWith("HTTP/1.1 408 ");
                    socket.close();
                }
            }
        }
    }

    @Test
    void halfClosedConnectionIsAnsweredIfItsRequestIsWhole() throws IOException {
        try (LogLines log = log();
                Listener listener = listen()) {
            try (Socket half = begin(listener.endpoint(), Wire.request("GET /"))) {
                half.shutdownOutput();
                assertThat(Wire.rest(half)).startsWith("HTTP/1.1 200 ");
            }
            for (String part : List.of(BODY, "GET / HTTP/1.1\r\nHost: a\r\n", "GET", "")) {
                try (Socket half = begin(listener.endpoint(), part)) {
                    half.shutdownOutput();
                    assertThat(Wire.rest(half)).as(part).doesNotContain(" 200 ", "Exception");
                }
            }
            assertServes(listener);
            assertThat(log.messages()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BODY,
                "GET / HTTP/1.1\r\nHost: a\r\n",
                "GET /large HTTP/1.1\r\nHost: a\r\n\r\n",
                "",
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void connectionThatIsResetIsNotLogged(String beginning) throws IOException {
        try (LogLines log = log()) {
            try (Listener listener = listen()) {
                for (int i = 0; i < 5; i++) {
                    Socket reset = begin(listener.endpoint(), beginning);
                    if (beginning.contains("/large")) {
                        assertThat(reset.getInputStream().read()).isEqualTo('H');
                    }
                    reset.setSoLinger(true, 0);
                    reset.close();
                }
                assertServes(listener);
            }
            // Once more may be said when the listener ends.
            assertThat(log.messages()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
                H2C,
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnonsense\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nExpect: nonsense\r\nContent-Length: 1\r\n\r\na",
                "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003",
                "\0\0\0\0\0\0\0\0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nb\u0000d: x\r\n\r\n"
            })
    void nonsenseIsRefusedAndNotLogged(String nonsense) throws IOException {
        try (LogLines log = log();
                Listener listener = listen()) {
            for (int i = 0; i < 3; i++) {
                try (Socket socket = begin(listener.endpoint(), nonsense)) {
                    socket.shutdownOutput();
                    assertThat(Wire.rest(socket)).doesNotContain("Exception", "jetty", "\tat ");
                }
            }
            assertServes(listener);
            assertThat(log.messages()).isEmpty();
        }
    }

    @Test
    void handshakeThatFailsIsNotLogged(@TempDir Path directory) throws Exception {
        SelfSigned files = SelfSigned.in(directory, "server", "EC");
        TlsIdentity identity = TlsIdentity.read(files.certificate(), files.key());
        try (LogLines log = log();
                Listener listener = listen(new ListenerSettings("127.0.0.1", 0, identity, false))) {
            for (String nonsense : List.of(
                    Wire.request("GET /"), "\u0016\u0003\u0001\0\u0005hello", "\u0016\u0003\u0001\u0002\0\u0001", "")) {
                for (boolean isReset : new boolean[] {true, false}) {
                    try (Socket socket = begin(listener.endpoint(), nonsense)) {
                        socket.setSoLinger(isReset, 0);
                        if (!isReset) {
                            socket.shutdownOutput();
                            assertThat(Wire.rest(socket)).doesNotContain("HTTP/1.1 200");
                        }
                    }
                }
            }
            try (Socket socket = TlsTest.trusting(files.certificate())
                    .getSocketFactory()
                    .createSocket("127.0.0.1", listener.port())) {
                socket.getOutputStream().write(Wire.request("GET /").getBytes(StandardCharsets.US_ASCII));
                assertThat(Wire.rest(socket)).startsWith("HTTP/1.1 200 ");
            }
            assertThat(log.messages()).isEmpty();
        }
    }
}
