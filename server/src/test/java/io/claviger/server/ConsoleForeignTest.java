package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No page but the console's own has a call of it made, and no body that is odd is read. */
class ConsoleForeignTest {

    private static final String ROOT =
            "{\"account\":\"" + Samples.ACCOUNT + "\",\"password\":\"" + Samples.PASSWORD + "\"}";

    private final RunningServer server = Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()));
    private final Visitor visitor = new Visitor(server.endpoint());

    @AfterEach
    void stop() {
        visitor.close();
        server.close();
    }

    private void assertForeign(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"ForeignOrigin\"");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://evil.example",
                "null",
                "",
                "file://",
                "http://127.0.0.1",
                "http://127.0.0.1:1",
                "http://localhost",
                "not a URL"
            })
    void foreignOriginIsRefused(String origin) {
        for (String call : List.of("sign-in", "session", "sign-out")) {
            assertForeign(visitor.post(call, ROOT, "Origin", origin));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "something"})
    void callThatTheBrowserSaysAnotherSiteMadeIsRefused(String site) {
        assertForeign(visitor.post("sign-in", ROOT, "Sec-Fetch-Site", site));
    }

    @Test
    void callWithoutTheConsolesHeaderIsRefusedSinceAFormCouldSendIt() {
        assertForeign(visitor.send(
                "POST",
                "/console/sign-in",
                ROOT,
                "Content-Type",
                "application/json",
                "Origin",
                server.endpoint().toString()));
    }

    @Test
    void ownOriginIsTakenWhateverItsCaseAndWithoutOneToo() {
        assertThat(visitor.post("sign-in", ROOT, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.send(
                                "POST",
                                "/console/sign-in",
                                ROOT,
                                "X-Claviger-Console",
                                "1",
                                "Content-Type",
                                "Application/JSON; charset=utf-8")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void overTlsAPageWithoutItIsForeign() {
        assertForeign(visitor.post("sign-in", ROOT, "X-Forwarded-Proto", "https"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/json", ""})
    void bodyOfAnotherTypeIsRefused(String type) {
        HttpResponse<String> answer = visitor.post("sign-in", ROOT, "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("\"code\":\"UnsupportedMediaType\"");
    }

    @Test
    void longBodyIsRefused() {
        HttpResponse<String> answer = visitor.post("sign-in", ROOT.replace("}", " ".repeat(70_000) + "}"));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"RequestTooLarge\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"text\"",
                "{",
                "{}}",
                "{} {}",
                "{\"account\":1}",
                "{\"account\":\"123456789012\",\"account\":\"210987654321\"}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":\"deep\"}}}}}",
                "{\"account\":[\"123456789012\"],\"password\":\"correct horse\"}",
                "{\"account\":\"123456789012\"}",
                "{\"account\":\"123456789012\",\"password\":\"\"}",
                "{\"account\":\"<script>\",\"password\":\"correct horse\"}",
                "{\"account\":\"123456789012\",\"password\":\"correct horse\",\"mfaCode\":\"1 OR 1\"}"
            })
    void oddBodyIsRefusedAndNotRepeated(String body) {
        HttpResponse<String> answer = visitor.post("sign-in", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"ValidationError\"").doesNotContain("<", "OR", "deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void callsArePosts(String method) {
        HttpResponse<String> answer = visitor.send(method, "/console/sign-in", "", "Origin", "https://evil.example");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).isEmpty();
    }
}
