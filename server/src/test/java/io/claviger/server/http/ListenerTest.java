package io.claviger.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerTest {

    private final AtomicReference<@Nullable IncomingRequest> seen = new AtomicReference<>();
    private Listener listener = start(Limits.ARRIVAL);

    private Listener start(Duration incoming) {
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

    private String exchange(String text) throws IOException {
        return Wire.exchange(listener.endpoint(), text);
    }

    private HttpRequest arrived() {
        IncomingRequest incoming = seen.get();
        assertThat(incoming).as("the request that arrived").isNotNull();
        return Objects.requireNonNull(incoming).request();
    }

    @Test
    void bodyOfTheGreatestSizeIsTakenAndOneByteMoreIsNot() throws IOException {
        String largest = "x".repeat(Limits.BODY);
        assertThat(exchange(Wire.request("POST /", "Content-Length: " + Limits.BODY) + largest))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("body of " + Limits.BODY + "\n");
        assertThat(exchange(Wire.request("POST /", "Content-Length: " + (Limits.BODY + 1))))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void bodyThatDoesNotSayItsSizeIsBoundedAsWell() throws IOException {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        assertThat(exchange(Wire.request("POST /", "Transfer-Encoding: chunked") + chunk.repeat(16) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("body of " + Limits.BODY + "\n");
        assertThat(exchange(Wire.request("POST /", "Transfer-Encoding: chunked") + chunk.repeat(17)))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void targetLongerThanTheLimitIsRefused() throws IOException {
        assertThat(exchange(Wire.request("GET /?" + "x".repeat(Limits.TARGET - 2))))
                .startsWith("HTTP/1.1 200 ");
        assertThat(exchange(Wire.request("GET /?" + "x".repeat(Limits.TARGET)))).startsWith("HTTP/1.1 414 ");
        assertThat(exchange(Wire.request("GET /?" + "x".repeat(4 * Limits.TARGET))))
                .startsWith("HTTP/1.1 414 ");
    }

    @Test
    void tooManyOrTooLongHeadersAreRefused() throws IOException {
        String[] many = new String[Limits.HEADERS];
        for (int i = 0; i < many.length; i++) {
            many[i] = "X-" + i + ": v";
        }
        assertThat(exchange(Wire.request("GET /", many))).startsWith("HTTP/1.1 431 ");
        assertThat(exchange(Wire.request("GET /", "X: " + "x".repeat(2 * Limits.HEADER_BYTES))))
                .startsWith("HTTP/1.1 431 ");
        assertThat(exchange(Wire.request("GET /", "X: " + "x".repeat(Limits.HEADER_BYTES / 2))))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void headerFieldsTogetherMayHaveTheirLimitWhateverTheTargetAndNotAByteMore() throws IOException {
        String target = "/?" + "x".repeat(Limits.TARGET - 2);
        int others = "Host: test\r\nConnection: close\r\n".length();
        for (String line : List.of("GET /", "GET " + target)) {
            String largest = "x".repeat(Limits.HEADER_BYTES - others - "X: \r\n".length());
            assertThat(exchange(Wire.request(line, "X: " + largest))).startsWith("HTTP/1.1 200 ");
            assertThat(exchange(Wire.request(line, "X: " + largest + "x"))).startsWith("HTTP/1.1 431 ");
        }
        String[] many = new String[90];
        Arrays.setAll(many, i -> "X-" + i + ": " + "x".repeat(200));
        assertThat(exchange(Wire.request("GET /", many))).startsWith("HTTP/1.1 431 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "post", "BREW"})
    void otherMethodsAreNotAllowed(String method) throws IOException {
        assertThat(exchange(Wire.request(method + " /")))
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: GET, POST\r\n");
        assertThat(seen.get()).isNull();
    }

    @Test
    void headIsAnsweredWithoutBodyWhereItIsAllowed() throws IOException {
        assertThat(exchange(Wire.request("HEAD /read")))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//",
                "/.",
                "/./",
                "/..",
                "/../",
                "/x/..",
                "/%2e",
                "/%2F",
                "/;",
                "/;x=1",
                "/READ",
                "/read/",
                "//read",
                "/%72ead",
                "/read;x",
                "/./read",
                "*",
                "/%00",
                "/%",
                "/%zz",
                "/%c0%af",
                "/r\u00e9ad",
                "/read%20",
                "http://"
            })
    void pathThatIsOnlyLikeARouteLeadsNowhere(String path) throws IOException {
        assertThat(exchange(Wire.request("GET " + path))).matches("(?s)HTTP/1.1 4[0-9][0-9] .*");
        assertThat(seen.get()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a=%zz", "a=b=c&&", "%", "a=%2f/../x", "\u00e9=\u4e2d", "a=%00", "a+b=c%20d", "?", "a=;b=/"})
    void queryReachesTheEndpointAsItWasSent(String query) throws IOException {
        assertThat(exchange(Wire.request("GET /?" + query))).startsWith("HTTP/1.1 200 ");
        assertThat(arrived().query()).isEqualTo(query);
        assertThat(arrived().path()).isEqualTo("/");
    }

    @Test
    void headersReachTheEndpointAsTheyWereSentAndInOrder() throws IOException {
        Random random = new Random(20261122);
        String[] values = {
            "application/x-www-form-urlencoded; charset=UTF-8",
            "Application/X-WWW-Form-Urlencoded;  Charset=utf-8",
            "h\u00e9\u4e2d\ud83d\ude00",
            "a   b",
            "GZIP, Deflate",
            "Keep-Alive",
            "",
            "*/*"
        };
        String[] names = {"Content-Type", "content-type", "X-Amz-Date", "ACCEPT", "Accept-Encoding", "x", "User-Agent"};
        for (int round = 0; round < 50; round++) {
            List<String> sent = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                sent.add(names[random.nextInt(names.length)] + ": " + values[random.nextInt(values.length)]);
            }
            assertThat(exchange(Wire.request("GET /", sent.toArray(String[]::new))))
                    .startsWith("HTTP/1.1 200 ");
            assertThat(arrived().headers().stream().skip(2).map(Header::value))
                    .containsExactlyElementsOf(sent.stream()
                            .map(line -> line.substring(line.indexOf(':') + 2))
                            .toList());
            assertThat(arrived().headers().stream()
                            .skip(2)
                            .map(header -> header.name().toLowerCase(Locale.ROOT)))
                    .containsExactlyElementsOf(sent.stream()
                            .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                            .toList());
        }
    }

    @Test
    void requestThatArrivesTooSlowlyLosesItsConnectionWhileOthersKeepTheirs() throws IOException {
        try (Listener impatient = start(Duration.ofSeconds(1));
                Socket patient = Wire.open(impatient.endpoint())) {
            patient.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(patient.getInputStream().read()).isEqualTo('H');
            for (String beginning : List.of("GET / HT", "GET / HTTP/1.1\r\nHost: a\r\nX: ", "", slowBody())) {
                try (Socket slow = Wire.open(impatient.endpoint())) {
                    slow.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                    assertThat(Wire.rest(slow)).as(beginning).doesNotContain(" 200 ");
                }
            }
            patient.getOutputStream().write(Wire.request("GET /").getBytes(StandardCharsets.US_ASCII));
            assertThat(Wire.rest(patient)).contains("HTTP/1.1 200 ");
        }
    }

    private static String slowBody() {
        return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc";
    }

    @Test
    void garbageDoesNotKeepOthersFromBeingServed() throws IOException {
        Random random = new Random(7080);
        for (int round = 0; round < 100; round++) {
            byte[] garbage = new byte[random.nextInt(2000)];
            random.nextBytes(garbage);
            try (Socket socket = Wire.open(listener.endpoint())) {
                socket.getOutputStream().write(garbage);
            }
        }
        for (String odd : List.of(
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n")) {
            assertThat(exchange(odd)).as(odd).startsWith("HTTP/1.1 400 ").doesNotContain("Exception");
        }
        assertThat(exchange(Wire.request("GET /"))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void connectionServesOneRequestAfterAnother() throws IOException {
        String keep = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc";
        String answers = exchange(keep + keep + Wire.request("GET /"));
        assertThat(answers.lines().filter(line -> line.startsWith("HTTP/1.1 200 ")))
                .hasSize(3);
    }

    @Test
    void clientThatWaitsForLeaveToSendItsBodyGetsIt() throws IOException {
        try (Socket socket = Wire.open(listener.endpoint())) {
            socket.getOutputStream()
                    .write(Wire.request("POST /", "Expect: 100-continue", "Content-Length: 3")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] leave = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertThat(new String(leave, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100 ");
            socket.getOutputStream().write(new byte[] {'a', 'b', 'c'});
            assertThat(Wire.rest(socket)).startsWith("HTTP/1.1 200 ").endsWith("body of 3\n");
        }
    }

    @Test
    void faultOfAnEndpointIsAnsweredWithoutTellingAboutIt() throws IOException {
        assertThat(exchange(Wire.request("GET /failing")))
                .startsWith("HTTP/1.1 500 ")
                .doesNotContain("log alone");
    }

    @Test
    void nothingTellsWhichServerThisIs() throws IOException {
        for (String line : List.of("GET /", "GET /nowhere", "PUT /", "GET /failing")) {
            String answer = exchange(Wire.request(line));
            assertThat(answer.lines().map(header -> header.split(":", 2)[0]).collect(Collectors.toSet()))
                    .as(line)
                    .doesNotContain("Server", "X-Powered-By");
            assertThat(answer).doesNotContainIgnoringCase("jetty");
        }
    }
}
