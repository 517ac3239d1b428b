package io.claviger.federation.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import io.claviger.federation.oidc.TestIssuer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How keys are fetched from issuers that behave, and from those that do not. */
class KeyFetcherTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final KeyFetcher fetcher = new KeyFetcher(Addresses.ANY);
    private TestIssuer issuer;

    @BeforeEach
    void start() throws Exception {
        issuer = TestIssuer.start();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    private void assertRefused(TokenRefused.Kind kind) {
        assertRefused(fetcher, issuer.trusted(), kind);
    }

    private static void assertRefused(KeyFetcher by, Issuer of, TokenRefused.Kind kind) {
        assertThatExceptionOfType(TokenRefused.class)
                .isThrownBy(() -> by.fetch(of))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    private static Answer redirect(String to) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        };
    }

    private boolean verifies(KeySet keys) {
        return keys.find(UnverifiedToken.parse(issuer.token(NOW)).header()).isPresent();
    }

    @Test
    void keysAreFoundByDiscovery() {
        assertThat(verifies(fetcher.fetch(issuer.trusted()))).isTrue();
    }

    @Test
    void anIssuerWithASlashAtItsEndIsDiscoveredToo() throws Exception {
        try (TestIssuer slashed = TestIssuer.start(TestCertificates.ofLocalhost(), "/")) {
            assertThat(fetcher.fetch(slashed.trusted())).isNotNull();
        }
    }

    @Test
    void noRedirectIsFollowed() throws Exception {
        try (TestIssuer elsewhere = TestIssuer.start()) {
            issuer.shows(redirect(elsewhere.url() + "/keys"));
            assertRefused(TokenRefused.Kind.INVALID);
            assertThat(elsewhere.asked).hasValue(0);
            issuer.shows(redirect(issuer.url() + "/keys"));
            assertRefused(TokenRefused.Kind.INVALID);
            issuer.discovers(redirect(elsewhere.url() + "/.well-known/openid-configuration"));
            assertRefused(TokenRefused.Kind.INVALID);
        }
    }

    @Test
    void keysAreFetchedOverTlsAlone() {
        issuer.discovers(exchange -> TestIssuer.json(
                exchange, 200, issuer.discoveryDocument().replace(issuer.url() + "/keys", "http://localhost/keys")));
        assertRefused(TokenRefused.Kind.INVALID);
        issuer.discovers(exchange -> TestIssuer.json(
                exchange, 200, issuer.discoveryDocument().replace(issuer.url() + "/keys", "file:///etc/passwd")));
        assertRefused(TokenRefused.Kind.INVALID);
    }

    @Test
    void whatIsTooLargeIsNotRead() {
        issuer.shows(exchange -> TestIssuer.json(exchange, 200, issuer.jwks() + " ".repeat(300 * 1024)));
        assertRefused(TokenRefused.Kind.UNREACHABLE);
        issuer.shows(endless());
        assertRefused(TokenRefused.Kind.UNREACHABLE);
    }

    private static Answer endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[64 * 1024];
            try (exchange) {
                while (true) {
                    exchange.getResponseBody().write(block);
                }
            } catch (IOException hungUp) {
                // As it should.
            }
        };
    }

    @Test
    void anIssuerThatTakesItsTimeIsNotWaitedFor() {
        issuer.shows(KeyFetcherTest::drip);
        assertRefused(TokenRefused.Kind.UNREACHABLE);
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            while (true) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(500);
            }
        } catch (IOException | InterruptedException hungUp) {
            // As it should.
        }
    }

    @Test
    void whatIsNoKeySetIsRefused() throws Exception {
        RSAKey encrypting = new RSAKey.Builder(issuer.rsaKey().toRSAPublicKey())
                .keyUse(KeyUse.ENCRYPTION)
                .build();
        KeyPairGenerator short1024 = KeyPairGenerator.getInstance("RSA");
        short1024.initialize(1024);
        RSAKey weak =
                new RSAKey.Builder((RSAPublicKey) short1024.generateKeyPair().getPublic()).build();
        String shared =
                new OctetSequenceKeyGenerator(256).generate().toJSONObject().toString();
        for (String document : List.of(
                "no JSON",
                "{}",
                "[]",
                "{\"keys\":[]}",
                "{\"keys\":7}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}",
                "{\"keys\":[" + shared + "]}",
                "{\"keys\":[],\"keys\":[]}",
                new JWKSet(encrypting).toString(),
                new JWKSet(weak).toString())) {
            issuer.shows(exchange -> TestIssuer.json(exchange, 200, document));
            assertRefused(TokenRefused.Kind.INVALID);
        }
    }

    @Test
    void keysThatCannotBeUsedDoNotSpoilTheOthers() {
        String others =
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"},"
                        + "{\"kty\":\"new\"},";
        issuer.shows(exchange -> TestIssuer.json(exchange, 200, issuer.jwks().replace("{\"keys\":[", others)));
        assertThat(verifies(fetcher.fetch(issuer.trusted()))).isTrue();
    }

    @Test
    void discoveryMustBeTheIssuersOwn() {
        for (String document : List.of(
                "no JSON",
                "{}",
                issuer.discoveryDocument().replace("/realm\"", "/other\""),
                issuer.discoveryDocument().replace("jwks_uri", "jwks"),
                "{\"issuer\":\"x\"," + issuer.discoveryDocument().substring(1))) {
            issuer.discovers(exchange -> TestIssuer.json(exchange, 200, document));
            assertRefused(TokenRefused.Kind.INVALID);
        }
    }

    @Test
    void anAnswerThatMayBeAnotherSoonIsNoFault() {
        for (int status : new int[] {429, 500, 503}) {
            issuer.shows(exchange -> TestIssuer.json(exchange, status, "{}"));
            assertRefused(TokenRefused.Kind.UNREACHABLE);
        }
        for (int status : new int[] {204, 400, 401, 404}) {
            issuer.shows(exchange -> {
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            assertRefused(TokenRefused.Kind.INVALID);
        }
    }

    @Test
    void nobodyThereIsUnreachable() {
        Issuer trusted = issuer.trusted();
        issuer.close();
        assertRefused(fetcher, trusted, TokenRefused.Kind.UNREACHABLE);
        assertRefused(fetcher, new Issuer("https://nowhere.invalid", List.of()), TokenRefused.Kind.UNREACHABLE);
    }

    @Test
    void aPrivateAddressIsAskedIfThatIsAllowedAlone() {
        assertRefused(new KeyFetcher(Addresses.PUBLIC), issuer.trusted(), TokenRefused.Kind.INVALID);
        assertThat(issuer.asked).hasValue(0);
        for (String host : List.of("127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.1.1", "[::1]", "[fd00::1]")) {
            assertRefused(
                    new KeyFetcher(Addresses.PUBLIC),
                    new Issuer("https://" + host, List.of()),
                    TokenRefused.Kind.INVALID);
        }
    }

    @Test
    void aCertificateThatNobodyKnowsNeedsAThumbprint() throws Exception {
        assertRefused(fetcher, new Issuer(issuer.url(), List.of()), TokenRefused.Kind.INVALID);
        assertRefused(fetcher, new Issuer(issuer.url(), List.of("a".repeat(40))), TokenRefused.Kind.INVALID);
        for (String thumbprint : List.of(
                issuer.certificates().thumbprint(),
                issuer.certificates().thumbprint().toUpperCase(java.util.Locale.ROOT),
                issuer.certificates().leafThumbprint())) {
            assertThat(verifies(fetcher.fetch(new Issuer(issuer.url(), List.of("a".repeat(40), thumbprint)))))
                    .isTrue();
        }
    }

    @Test
    void aCertificateOfAnotherNameIsRefusedWhateverItsThumbprint(@TempDir Path other) throws Exception {
        try (TestIssuer named = TestIssuer.start(TestCertificates.in(other, "dns:issuer.example"), "/realm")) {
            assertRefused(fetcher, named.trusted(), TokenRefused.Kind.INVALID);
            assertRefused(
                    fetcher,
                    new Issuer(named.url(), List.of(named.certificates().leafThumbprint())),
                    TokenRefused.Kind.INVALID);
        }
    }
}
