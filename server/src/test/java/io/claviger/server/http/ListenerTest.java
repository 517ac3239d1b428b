package io.claviger.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.sigv4.Header;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerTest extends StartedListener {

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
