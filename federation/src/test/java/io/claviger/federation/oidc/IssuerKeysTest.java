package io.claviger.federation.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often an issuer is asked for its keys, and how long they are used. */
class IssuerKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final IssuerKeys keys = new IssuerKeys(new KeyFiles(Map.of()), new KeyFetcher(Addresses.ANY));
    private TestIssuer issuer;

    @BeforeEach
    void start() throws Exception {
        issuer = TestIssuer.start();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    private static JWSHeader header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
    }

    private boolean finds(String keyId, Instant now) {
        try {
            return keys.find(issuer.trusted(), header(keyId), now)
                    .key()
                    .getKeyID()
                    .equals(keyId);
        } catch (TokenRefused refused) {
            return false;
        }
    }

    @Test
    void keysAreKeptForAQuarterOfAnHour() {
        assertThat(finds("rsa-1", NOW)).isTrue();
        assertThat(finds("rsa-1", NOW.plus(IssuerKeys.FRESH))).isTrue();
        assertThat(issuer.asked).hasValue(1);
        assertThat(finds("rsa-1", NOW.plus(IssuerKeys.FRESH).plusSeconds(1))).isTrue();
        assertThat(issuer.asked).hasValue(2);
    }

    @Test
    void aKeyThatTheIssuerWithdrewIsNotUsedOnceItsKeysAreFetchedAgain() {
        assertThat(finds("rsa-1", NOW)).isTrue();
        issuer.rotate("rsa-2");
        assertThat(finds("rsa-1", NOW.plus(IssuerKeys.FRESH).plusSeconds(1))).isFalse();
    }

    @Test
    void anUnknownKeyHasTheIssuerAskedOnceInAWhile() {
        finds("rsa-1", NOW);
        for (int i = 0; i < 100; i++) {
            assertThat(finds("unknown-" + i, NOW.plusSeconds(1))).isFalse();
        }
        assertThat(issuer.asked).hasValue(1);
        for (int i = 0; i < 100; i++) {
            assertThat(finds("unknown-" + i, NOW.plus(IssuerKeys.FLOOR))).isFalse();
        }
        assertThat(issuer.asked).hasValue(2);
    }

    @Test
    void aFailureIsRememberedForFiveSeconds() {
        issuer.shows(exchange -> TestIssuer.json(exchange, 503, "{}"));
        for (int i = 0; i < 100; i++) {
            assertThatExceptionOfType(TokenRefused.class)
                    .isThrownBy(() -> keys.find(issuer.trusted(), header("rsa-1"), NOW))
                    .satisfies(refused -> assertThat(refused.kind()).isEqualTo(TokenRefused.Kind.UNREACHABLE));
        }
        assertThat(issuer.asked).hasValue(1);
        issuer.shows(exchange -> TestIssuer.json(exchange, 200, issuer.jwks()));
        assertThat(finds("rsa-1", NOW.plusSeconds(4))).isFalse();
        assertThat(issuer.asked).hasValue(1);
        assertThat(finds("rsa-1", NOW.plus(IssuerKeys.FLOOR_WITHOUT_KEYS))).isTrue();
    }

    @Test
    void keysOutliveAnIssuersFailureForAnHourAndNoLonger() {
        assertThat(finds("rsa-1", NOW)).isTrue();
        issuer.shows(exchange -> TestIssuer.json(exchange, 503, "{}"));
        assertThat(finds("rsa-1", NOW.plus(Duration.ofMinutes(59)))).isTrue();
        assertThat(finds("rsa-1", NOW.plus(IssuerKeys.OLDEST).plusSeconds(1))).isFalse();
    }

    @Test
    void manyAtOnceAskOnce() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> found = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                found.add(callers.submit(() -> finds("rsa-1", NOW)));
            }
            for (Future<Boolean> one : found) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(issuer.asked).hasValue(1);
    }

    @Test
    void otherThumbprintsAreAnotherIssuer() {
        assertThat(finds("rsa-1", NOW)).isTrue();
        assertThatExceptionOfType(TokenRefused.class)
                .as("keys that were fetched from somebody who is no longer trusted")
                .isThrownBy(() -> keys.find(new Issuer(issuer.url(), List.of()), header("rsa-1"), NOW));
    }
}
