package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.claviger.federation.oidc.Addresses;
import io.claviger.federation.oidc.CodeFlow.Client;
import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.federation.oidc.TestIssuer;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.composition.Settings;
import io.claviger.server.console.Console;
import io.claviger.server.console.SignOnProvider;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Signs people in to the console with a provider of the test. */
abstract class ConsoleSignOnContract {

    static final String ROLE = "arn:aws:iam::123456789012:role/People";
    static final String CLIENT = "claviger";
    static final String SECRET = "s3cret/of:the client";

    final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
    final Path directory;
    final TestIssuer issuer;
    final RunningServer server;
    final Visitor visitor;

    /** What the provider was asked for, and what the token that it gives says. */
    Map<String, String> asked = Map.of();

    volatile String email = "alice@example.com";
    volatile UnaryOperator<String> nonce = given -> given;

    ConsoleSignOnContract(@TempDir Path directory) throws Exception {
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
        iam("CreateOpenIDConnectProvider&Url=" + Samples.encoded(issuer.url()) + "&ClientIDList.member.1=" + CLIENT
                + "&ThumbprintList.member.1=" + issuer.trusted().thumbprints().getFirst());
        iam("CreateRole&RoleName=People&MaxSessionDuration=7200&AssumeRolePolicyDocument="
                + Samples.encoded("""
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

    String asked(String name) {
        return Optional.ofNullable(asked.get(name)).orElseThrow();
    }

    static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&", -1)) {
            String[] pair = field.split("=", 2);
            fields.put(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8));
        }
        return fields;
    }

    void iam(String call) throws Exception {
        String _ = Samples.iam(server.endpoint(), now.get(), call);
    }

    static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        return answer.headers().firstValue("Location").orElseThrow();
    }

    String start() {
        HttpResponse<String> answer =
                visitor.get("/console/single-sign-on/start?account=123456789012&name=Acme+%26+Co");
        String location = location(answer);
        asked = fields(URI.create(location).getRawQuery());
        return location;
    }

    HttpResponse<String> comeBack() {
        return visitor.get("/console/single-sign-on/done?code=the-code&state=" + asked.get("state"));
    }

    /** What the provider does with a code. */
    void exchangeCode(HttpExchange exchange) throws IOException {
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

    static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
