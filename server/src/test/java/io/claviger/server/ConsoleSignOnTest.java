package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.oidc.CodeFlow.Client;
import io.claviger.server.console.SignOnFile;
import io.claviger.server.console.SignOnProvider;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People of an identity provider sign in to the console by a code, and get a session of a role. */
class ConsoleSignOnTest extends ConsoleSignOnContract {

    ConsoleSignOnTest(@TempDir Path directory) throws Exception {
        super(directory);
    }

    private static String sessionCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("claviger-console="))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void providersOfAnAccountAreShownWithWhereToStart() {
        assertThat(visitor.get("/console/providers?account=123456789012").body())
                .isEqualTo("[{\"name\":\"Acme & Co\","
                        + "\"start\":\"single-sign-on/start?account=123456789012&name=Acme+%26+Co\"}]\n");
        assertThat(visitor.get("/console/providers?account=210987654321").body())
                .isEqualTo("[]\n");
        assertThat(visitor.get("/console/providers").body()).isEqualTo("[]\n");
    }

    @Test
    void personIsSentToTheProviderAndComesBackWithASessionOfTheRole() throws Exception {
        String location = start();
        assertThat(location).startsWith(issuer.url() + "/authorize?realm=one&");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", CLIENT)
                .containsEntry("redirect_uri", server.endpoint() + "/console/single-sign-on/done")
                .containsEntry("scope", "openid email")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");

        HttpResponse<String> back = comeBack();
        assertThat(location(back)).isEqualTo("../");
        assertThat(sessionCookie(back))
                .matches("claviger-console=[A-Za-z0-9_-]{43}; Path=/console; HttpOnly; SameSite=Strict");

        visitor.keeping(sessionCookie(back).substring(0, sessionCookie(back).indexOf(';')));
        HttpResponse<String> session = visitor.post("session", "{}");
        assertThat(session.body())
                .contains("\"arn\":\"arn:aws:sts::123456789012:assumed-role/People/alice@example.com\"")
                .contains("\"role\":\"People\"", "\"userName\":\"alice@example.com\"", "\"root\":false");
        Visitor.Keys keys = Visitor.keys(session);
        String identity = "Action=GetCallerIdentity&Version=2011-06-15";
        assertThat(Samples.call(server.endpoint(), now.get(), keys, "sts", identity))
                .contains("assumed-role/People/alice@example.com");

        assertThat(visitor.post("sign-out", "{}").statusCode()).isEqualTo(204);
        assertThat(Samples.call(server.endpoint(), now.get(), keys, "sts", identity))
                .startsWith("HTTP/1.1 403 ");
        server.close();
        try (Stream<Path> files = Files.list(directory.resolve("audit"))) {
            assertThat(Files.readString(
                            files.filter(Files::isRegularFile).findFirst().orElseThrow()))
                    .contains("\"ConsoleLogin\":\"Success\"", "\"MFAUsed\":\"No\"", "\"eventName\":\"ConsoleLogout\"")
                    .doesNotContain(SECRET, "the-code");
        }
    }

    @Test
    void sessionLastsAsLongAsTheRoleLetsItAndIsRenewedUntilThen() {
        start();
        String cookie = sessionCookie(comeBack());
        visitor.keeping(cookie.substring(0, cookie.indexOf(';')));
        for (int quarters = 1; quarters < 8; quarters++) {
            now.set(Samples.NOW.plus(Duration.ofMinutes(15L * quarters)));
            assertThat(visitor.post("session", "{}").statusCode()).isEqualTo(200);
        }
        now.set(Samples.NOW.plus(Duration.ofHours(2)));
        assertThat(visitor.post("session", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEverywhereEndsTheSessionsOfThePersonAndNotOfOthersInTheRole() {
        start();
        String alice = sessionCookie(comeBack());
        email = "bob@example.com";
        start();
        String bob = sessionCookie(comeBack());
        visitor.keeping(alice.substring(0, alice.indexOf(';')));
        visitor.post("sign-out", "{\"everywhere\":true}");

        visitor.keeping(bob.substring(0, bob.indexOf(';')));
        assertThat(visitor.post("session", "{}").body()).contains("bob@example.com");
    }

    @Test
    void cookieOfTheWayThereIsForNoScriptAndSentByLinksAlone() {
        HttpResponse<String> answer =
                visitor.get("/console/single-sign-on/start?account=123456789012&name=Acme+%26+Co");

        assertThat(Visitor.setCookie(answer).orElseThrow())
                .matches("claviger-sign-on=[A-Za-z0-9_-]+; Max-Age=600; HttpOnly; SameSite=Lax");
    }

    @Test
    void fileSetsUpProviders() throws Exception {
        Path file = Files.writeString(directory.resolve("sign-on.json"), """
                {"providers":[{"name":"Acme","issuer":"https://idp.example/realm","clientId":"claviger",
                "clientSecret":"secret","role":"arn:aws:iam::123456789012:role/People","scopes":["groups"]},
                {"name":"Other","issuer":"https://other.example","clientId":"c",
                "role":"arn:aws:iam::123456789012:role/People"}]}""");

        assertThat(SignOnFile.read(file))
                .containsExactly(
                        new SignOnProvider(
                                "Acme",
                                "123456789012",
                                "https://idp.example/realm",
                                new Client("claviger", Optional.of("secret")),
                                ROLE,
                                List.of("groups")),
                        new SignOnProvider(
                                "Other",
                                "123456789012",
                                "https://other.example",
                                new Client("c", Optional.empty()),
                                ROLE,
                                List.of("email", "profile")));
    }
}
