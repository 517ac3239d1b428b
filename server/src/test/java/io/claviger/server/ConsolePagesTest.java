package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's files, and what stands around every answer of it. */
class ConsolePagesTest {

    private static final String SCRIPT = "/console/assets/app-1a2b3c4d.js";

    private final RunningServer server = Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()));
    private final Visitor visitor = new Visitor(server.endpoint());

    @AfterEach
    void stop() {
        visitor.close();
        server.close();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void consoleIsItsIndexAndAskedForAgainEachTime() {
        HttpResponse<String> index = visitor.get("/console/");

        assertThat(index.statusCode()).isEqualTo(200);
        assertThat(index.body()).contains("Pages of a test");
        assertThat(header(index, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(index, "Cache-Control")).isEqualTo("no-cache");
        HttpResponse<String> again = visitor.get("/console/", "If-None-Match", header(index, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(visitor.get("/console/", "If-None-Match", "\"another\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void consoleWithoutASlashLeadsToOneWithWhateverPrefixAProxyPutsBefore() {
        HttpResponse<String> moved = visitor.get("/console");

        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(header(moved, "Location")).isEqualTo("console/");
    }

    @Test
    void fileWithAHashIsKeptForGood() {
        HttpResponse<String> script = visitor.get(SCRIPT);

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.body()).startsWith("export const text");
        assertThat(header(script, "Content-Type")).isEqualTo("text/javascript;charset=utf-8");
        assertThat(header(script, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(visitor.get("/console/assets/key-5e6f7a8b.svg"), "Content-Type"))
                .isEqualTo("image/svg+xml");
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, deflate, br, zstd', br",
        "gzip, gzip",
        "'br;q=0, gzip', gzip",
        "'br;q=0.0,gzip;q=0', ''",
        "identity, ''",
        "'', ''"
    })
    void smallestFormIsSentThatTheBrowserTakes(String accepted, String encoding) {
        HttpResponse<String> script = visitor.get(SCRIPT, "Accept-Encoding", accepted);

        assertThat(header(script, "Content-Encoding")).isEqualTo(encoding);
        assertThat(header(script, "Vary")).isEqualTo("Accept-Encoding");
        String plain = header(visitor.get(SCRIPT), "ETag");
        assertThat(header(script, "ETag").equals(plain)).isEqualTo(encoding.isEmpty());
    }

    @Test
    void pageThatOutlivesAnUpgradeFindsItsOldFilesGoneAndANewIndex() {
        HttpResponse<String> old = visitor.get("/console/assets/app-00000000.js", "Accept", "text/html,*/*");

        assertThat(old.statusCode()).isEqualTo(404);
        assertThat(header(old, "Cache-Control")).isEqualTo("no-cache");
        assertThat(visitor.get("/console/users/alice", "Accept", "text/html,*/*;q=0.8")
                        .body())
                .contains("Pages of a test");
        assertThat(visitor.get("/console/users/alice.png", "Accept", "image/png")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/../../../Main.class",
                "/console/..%2f..%2fMain.class",
                "/console/%2e%2e/Main.class",
                "/console/assets/../index.html",
                "/console/./index.html",
                "/console//index.html",
                "/console/assets",
                "/console/assets/",
                "/console/Pages.class"
            })
    void nothingButThePagesIsReached(String path) throws Exception {
        assertThat(Wire.exchange(server.endpoint(), Wire.request("GET " + path)))
                .containsPattern("^HTTP/1.1 (?:400|404) ")
                .contains("X-Content-Type-Options: nosniff");
    }

    @Test
    void everyAnswerHasTheHeadersThatGuardThePerson() {
        for (HttpResponse<String> answer : List.of(
                visitor.get("/console/"),
                visitor.get("/console"),
                visitor.get(SCRIPT),
                visitor.get("/console/assets/gone.js"),
                visitor.get("/console/sign-in"),
                visitor.send("DELETE", "/console/", ""),
                visitor.send("OPTIONS", "/console/sign-in", "", "Origin", "https://evil.example"),
                visitor.post("session", "{}"),
                visitor.post("sign-in", "{}"),
                visitor.post("sign-out", "{}"),
                visitor.send("POST", "/console/sign-in", "a form"))) {
            assertThat(header(answer, "Content-Security-Policy"))
                    .as("%s", answer.uri())
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'")
                    .contains("base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http", "*");
            assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "geolocation=()");
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
            assertThat(header(answer, "Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void whatTheListenerRefusesItselfIsGuardedToo() throws Exception {
        String tooLarge =
                Wire.exchange(server.endpoint(), Wire.request("POST /console/sign-in", "Content-Length: 2000000"));

        assertThat(tooLarge)
                .startsWith("HTTP/1.1 413 ")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void overTlsBrowsersAreToldToKeepToIt() {
        assertThat(header(visitor.get("/console/", "X-Forwarded-Proto", "https"), "Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
    }

    @Test
    void headIsAnsweredLikeGetWithoutTheFile() {
        HttpResponse<String> head = visitor.send("HEAD", SCRIPT, "");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "ETag")).isEqualTo(header(visitor.get(SCRIPT), "ETag"));
        assertThat(head.body()).isEmpty();
    }
}
