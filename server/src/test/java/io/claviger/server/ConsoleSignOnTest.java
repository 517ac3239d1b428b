package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.claviger.federation.oidc.Addresses;
import io.claviger.federation.oidc.CodeFlow.Client;
import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.federation.oidc.TestIssuer;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.composition.Settings;
import io.claviger.server.console.Console;
import io.claviger.server.console.SignOnFile;
import io.claviger.server.console.SignOnProvider;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People of an identity provider sign in to the console by a code, and get a session of a role. */
class ConsoleSignOnTest {

    private static final String CLIENT = "claviger";
    private static final String SECRET = "s3cret/of:the client";
    private static final String ROLE = "arn:aws:iam::123456789012:role/People";

    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
    private final Path directory;
    private final TestIssuer issuer;
    private final RunningServer server;
    private final Visitor visitor;

    /** What the provider was asked for, and what the token that it gives says. */
    private Map<String, String> asked = Map.of();

    private volatile UnaryOperator<String> nonce = given -> given;
    private volatile String email = "alice@example.com";

    ConsoleSignOnTest(@TempDir Path directory) throws Exception {
        this.directory = directory;
        this.issuer = TestIssuer.start();
        Settings usual = Samples.settings(new DataLocation.InMemory(), Optional.of(directory.resolve("audit")));
        SignOnProvider provider = new SignOnProvider(
                "Acme & Co",
                Samples.ACCOUNT,
                issuer.url(),
                new Client(CLIENT, Optional.of(SECRET)),
                ROLE,
                List.of("email"));
        this.server = Samples.start(
                Samples.with(
                        usual,
                        new OpenIdConnect.Settings(Addresses.ANY, Map.of()),
                        new Console.Settings(true, "", List.of(provider))),
                now::get);
        this.visitor = new Visitor(server.endpoint());
        issuer.discovers(exchange -> TestIssuer.json(
                exchange,
                200,
                issuer.discoveryDocument()
                        .replace(
                                "{",
                                "{\"authorization_endpoint\":\"" + issuer.url() + "/authorize?realm=one\","
                                        + "\"token_endpoint\":\"" + issuer.url() + "/token\",")));
        issuer.serves("token", this::exchangeCode);
    }

    @BeforeEach
    void trustTheProvider() throws Exception {
        iam("CreateOpenIDConnectProvider&Url=" + encoded(issuer.url()) + "&ClientIDList.member.1=" + CLIENT
                + "&ThumbprintList.member.1=" + issuer.trusted().thumbprints().getFirst());
        iam("CreateRole&RoleName=People&MaxSessionDuration=7200&AssumeRolePolicyDocument="
                + encoded("""
                        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity",
                        "Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/NAME"},
                        "Condition":{"StringEquals":{"NAME:sub":"person-1"}}}}""".replace("NAME", issuer.name())));
    }

    @AfterEach
    void stop() {
        visitor.close();
        server.close();
        issuer.close();
    }

    /** What the provider does with a code. */
    private void exchangeCode(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        String basic =
                Base64.getEncoder().encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, UTF_8)).getBytes(UTF_8));
        boolean isRight = "authorization_code".equals(form.get("grant_type"))
                && "the-code".equals(form.get("code"))
                && asked("redirect_uri").equals(form.get("redirect_uri"))
                && asked("code_challenge").equals(challenge(form.getOrDefault("code_verifier", "")))
                && ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!isRight) {
            TestIssuer.json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String token = issuer.token(
                now.get(),
                claims -> claims.audience(CLIENT)
                        .subject("person-1")
                        .claim("email", email)
                        .claim("email_verified", true)
                        .claim("nonce", nonce.apply(asked("nonce"))));
        TestIssuer.json(exchange, 200, "{\"access_token\":\"x\",\"expires_in\":60,\"id_token\":\"" + token + "\"}");
    }

    private String asked(String name) {
        return Optional.ofNullable(asked.get(name)).orElseThrow();
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&", -1)) {
            String[] pair = field.split("=", 2);
            fields.put(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8));
        }
        return fields;
    }

    private void iam(String call) throws Exception {
        assertThat(Samples.call(
                        server.endpoint(),
                        now.get(),
                        Samples.KEY_ID,
                        Samples.SECRET,
                        "iam",
                        "Action=" + call + "&Version=2010-05-08"))
                .startsWith("HTTP/1.1 200 ");
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String start() {
        HttpResponse<String> answer =
                visitor.get("/console/single-sign-on/start?account=123456789012&name=Acme+%26+Co");
        String location = location(answer);
        asked = fields(URI.create(location).getRawQuery());
        return location;
    }

    private HttpResponse<String> comeBack() {
        return visitor.get("/console/single-sign-on/done?code=the-code&state=" + asked.get("state"));
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
                    .contains("\"ConsoleLogin\":\"Success\"", "\"eventName\":\"ConsoleLogout\"")
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

    private void assertFailed(HttpResponse<String> answer, String code) {
        assertThat(location(answer)).isEqualTo("../#/sign-in?error=" + code);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("claviger-console="));
    }

    @Test
    void anotherBrowserCannotFinishWhatOneBegan() {
        start();
        String state = asked.get("state");
        String cookie = visitor.cookie();
        visitor.keeping("");
        assertFailed(comeBack(), "SignInInterrupted");

        start();
        assertFailed(visitor.get("/console/single-sign-on/done?code=the-code&state=" + state), "SignInInterrupted");
        visitor.keeping(cookie.substring(0, cookie.length() - 2) + "xx");
        assertFailed(visitor.get("/console/single-sign-on/done?code=the-code&state=" + state), "SignInInterrupted");
        visitor.keeping("claviger-sign-on=made-up");
        assertFailed(comeBack(), "SignInInterrupted");
    }

    @Test
    void whoTakesTooLongBeginsAgain() {
        start();
        now.set(Samples.NOW.plus(Duration.ofMinutes(10)));
        assertFailed(comeBack(), "SignInInterrupted");
    }

    @Test
    void tokenThatWasNotAskedForByThisBrowserIsRefused() {
        start();
        nonce = given -> "another";
        assertFailed(comeBack(), "InvalidIdentityToken");
    }

    @Test
    void codeOfSomebodyElseIsRefusedByTheProvider() {
        start();
        assertFailed(
                visitor.get("/console/single-sign-on/done?code=stolen&state=" + asked.get("state")), "ProviderRefused");
    }

    @Test
    void trustPolicyDecidesWhoGetsTheRole() throws Exception {
        iam("UpdateAssumeRolePolicy&RoleName=People&PolicyDocument=" + encoded("""
                        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity",
                        "Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/NAME"},
                        "Condition":{"StringEquals":{"NAME:sub":"person-2"}}}}""".replace("NAME", issuer.name())));
        start();
        assertFailed(comeBack(), "AccessDenied");
    }

    @Test
    void whatTheProviderRefusesOrDoesNotAnswerIsSaid() throws Exception {
        start();
        assertFailed(
                visitor.get("/console/single-sign-on/done?error=access_denied&state=" + asked.get("state")),
                "ProviderRefused");
        issuer.discovers(exchange -> TestIssuer.json(exchange, 503, "{}"));
        assertFailed(
                visitor.get("/console/single-sign-on/start?account=123456789012&name=Acme+%26+Co"),
                "ProviderUnreachable");
        assertFailed(visitor.get("/console/single-sign-on/start?account=123456789012&name=Other"), "NoSuchProvider");
        iam("DeleteOpenIDConnectProvider&OpenIDConnectProviderArn="
                + encoded("arn:aws:iam::123456789012:oidc-provider/" + issuer.name()));
        assertFailed(
                visitor.get("/console/single-sign-on/start?account=123456789012&name=Acme+%26+Co"), "NoSuchProvider");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"providers\":{}}",
                "{\"providers\":[1]}",
                "{\"providers\":[\"text\"]}",
                "{\"providers\":[],\"more\":true}",
                "{\"providers\":[{\"name\":\"A\"}]}",
                "{\"providers\":[{\"name\":\"A\",\"issuer\":\"http://i\",\"clientId\":\"c\",\"role\":\"arn:aws:iam::123456789012:role/R\"}]}",
                "{\"providers\":[{\"name\":\"A\",\"issuer\":\"https://i\",\"clientId\":\"c\",\"role\":\"R\"}]}",
                "{\"providers\":[{\"name\":\"A\",\"isuer\":\"https://i\"}]}"
            })
    void fileThatSetsUpSomethingElseIsRefused(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("sign-on.json"), content);

        assertThatThrownBy(() -> SignOnFile.read(file)).isInstanceOf(IllegalArgumentException.class);
    }
}
