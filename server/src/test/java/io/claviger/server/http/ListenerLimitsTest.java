package io.claviger.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ListenerLimitsTest extends StartedListener {

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
}
