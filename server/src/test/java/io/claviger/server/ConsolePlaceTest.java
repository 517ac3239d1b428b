package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.composition.Settings;
import io.claviger.server.console.Console;
import io.claviger.server.http.Wire;
import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import io.claviger.sigv4.Signer;
import io.claviger.sigv4.SigningSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console behind a proxy that puts a path before it, or takes one away; and no console at all. */
class ConsolePlaceTest {

    private static final String BODY = "Action=GetCallerIdentity&Version=2011-06-15";

    private static Settings with(Console.Settings console) {
        Settings usual = Samples.settings(new DataLocation.InMemory(), Optional.empty());
        return Samples.with(usual, usual.openIdConnect(), console);
    }

    @Test
    void serverWithoutAConsoleHasNothingThere() {
        try (RunningServer server = Samples.start(with(new Console.Settings(false, "")));
                Visitor visitor = new Visitor(server.endpoint())) {
            assertThat(visitor.get("/console/").statusCode()).isEqualTo(404);
            assertThat(visitor.post("sign-in", "{}").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void everyPathIsThereUnderThePrefixTooAndTheCallsOfTheApiAreSignedWithIt() throws Exception {
        try (RunningServer server = Samples.start(with(new Console.Settings(true, "/claviger")));
                Visitor visitor = new Visitor(server.endpoint())) {
            for (String prefix : new String[] {"", "/claviger"}) {
                assertThat(visitor.get(prefix + "/console/").body()).contains("Pages of a test");
                assertThat(visitor.get(prefix + "/console").headers().firstValue("Location"))
                        .contains("console/");
                assertThat(visitor.send(
                                        "POST",
                                        prefix + "/console/sign-in",
                                        "{\"account\":\"123456789012\",\"password\":\"correct horse\"}",
                                        "X-Claviger-Console",
                                        "1",
                                        "Content-Type",
                                        "application/json")
                                .statusCode())
                        .isEqualTo(200);
                assertThat(identity(server, prefix + "/", prefix + "/", "")).startsWith("HTTP/1.1 200 ");
            }
            assertThat(visitor.get("/clavigerconsole/").statusCode()).isEqualTo(404);
            assertThat(visitor.get("/claviger/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void pathThatAProxyShortenedIsVerifiedAsItWasSignedIfTheProxySaysSo() throws Exception {
        try (RunningServer server = Samples.start(with(Console.Settings.USUAL))) {
            assertThat(identity(server, "/claviger/", "/", "X-Forwarded-Prefix: /claviger\r\n"))
                    .startsWith("HTTP/1.1 200 ");
            assertThat(identity(server, "/claviger/", "/", "")).contains("SignatureDoesNotMatch");
            assertThat(identity(server, "/claviger/", "/", "X-Forwarded-Prefix: /other\r\n"))
                    .contains("SignatureDoesNotMatch");
            assertThat(identity(server, "/claviger/", "/", "X-Forwarded-Prefix: https://evil.example/claviger\r\n"))
                    .contains("SignatureDoesNotMatch");
            assertThat(identity(server, "/", "/", "X-Forwarded-Prefix: /claviger\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void addressThatIsGivenLaterIsTheRootUsersFromThenOn(@TempDir Path directory) {
        DataLocation data = new DataLocation.Directory(directory.resolve("data"), Optional.empty());
        String root = "{\"email\":\"Root@example.com\",\"password\":\"" + Samples.PASSWORD + "\"}";
        List<Integer> signIns = new ArrayList<>();
        for (Optional<String> email : List.of(
                Optional.<String>empty(),
                Optional.of("other@example.com"),
                Optional.of("root@example.com"),
                Optional.<String>empty())) {
            try (RunningServer server = Samples.start(Samples.settings(data, Optional.empty(), email));
                    Visitor visitor = new Visitor(server.endpoint())) {
                signIns.add(visitor.post("sign-in", root).statusCode());
            }
        }
        assertThat(signIns).containsExactly(403, 403, 200, 200);
    }

    @Test
    void sessionOfAnOpenPageGoesOnWhenTheServerIsStartedAgain(@TempDir Path directory) throws Exception {
        Settings settings = Samples.settings(
                new DataLocation.Directory(directory.resolve("data"), Optional.empty()), Optional.empty());
        String root = "{\"account\":\"" + Samples.ACCOUNT + "\",\"password\":\"" + Samples.PASSWORD + "\"}";
        String cookie;
        Visitor.Keys before;
        try (RunningServer server = Samples.start(settings);
                Visitor visitor = new Visitor(server.endpoint())) {
            before = Visitor.keys(visitor.post("sign-in", root));
            cookie = visitor.cookie();
        }
        try (RunningServer server = Samples.start(settings);
                Visitor visitor = new Visitor(server.endpoint())) {
            assertThat(Samples.call(server.endpoint(), Samples.NOW, before, "sts", BODY))
                    .startsWith("HTTP/1.1 200 ");
            visitor.keeping(cookie);
            assertThat(visitor.post("session", "{}").statusCode()).isEqualTo(200);
        }
    }

    /** What the server answers to a call that was signed with one path and is sent with another. */
    private static String identity(RunningServer server, String signed, String sent, String more) throws IOException {
        HttpRequest request = Signer.of(Samples.KEY_ID, SigningSecret.of(Samples.SECRET), "us-east-1", "sts")
                .sign(
                        new HttpRequest(
                                "POST",
                                signed,
                                "",
                                List.of(
                                        new Header("Host", server.endpoint().getAuthority()),
                                        new Header("Content-Type", "application/x-www-form-urlencoded")),
                                BODY.getBytes(StandardCharsets.US_ASCII)),
                        Samples.NOW);
        String headers = request.headers().stream()
                .map(header -> header.name() + ": " + header.value() + "\r\n")
                .collect(Collectors.joining());
        return Wire.exchange(
                server.endpoint(),
                "POST " + sent + " HTTP/1.1\r\n" + headers + more + "Content-Length: " + BODY.length()
                        + "\r\nConnection: close\r\n\r\n" + BODY);
    }
}
