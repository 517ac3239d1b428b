package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import io.claviger.federation.oidc.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that prove nothing: forged, stale, confused. Each is refused with AWS's code and text. */
class TokenSignaturesTest extends WebIdentityGround {

    private static final String NO_KEY = "Couldn't retrieve verification key from your identity provider,  please"
            + " reference AssumeRoleWithWebIdentity documentation for requirements";

    private JWTClaimsSet.Builder claims() {
        return issuer.claims(bench.now());
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID("rsa-1");
    }

    private String signed(JWSHeader.Builder header, JWTClaimsSet.Builder claims) {
        return TestIssuer.signed(header.build(), claims.build(), issuer.rsaKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void everyAlgorithmOfRsaIsTaken(String algorithm) {
        assertThat(assume(signed(header(JWSAlgorithm.parse(algorithm)).type(new JOSEObjectType("at+jwt")), claims()))
                        .credentials())
                .isNotNull();
    }

    @Test
    void theAlgorithmsOfEllipticCurvesAreTaken() {
        JWTClaimsSet claims = claims().build();
        assume(TestIssuer.signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec-256").build(), claims, TestIssuer.EC_256));
        assume(TestIssuer.signed(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("ec-384").build(), claims, TestIssuer.EC_384));
    }

    @Test
    void clocksMayDifferByLessThanFiveMinutes() {
        Instant now = bench.now();
        Duration nearly = Duration.ofMinutes(5).minusSeconds(1);
        assume(signed(header(JWSAlgorithm.RS256), claims().expirationTime(Date.from(now.minus(nearly)))));
        assume(signed(
                header(JWSAlgorithm.RS256),
                claims().issueTime(Date.from(now.plus(nearly))).notBeforeTime(Date.from(now.plus(nearly)))));
    }

    @Test
    void aTokenThatIsSentAgainLaterIsExpired() {
        String token = token();
        assume(token);
        assume(token);
        bench.pass(Duration.ofMinutes(16));
        assertThat(Refusal.of(() -> assume(token)).code()).isEqualTo("ExpiredTokenException");
    }

    @Test
    void aFloodOfUnknownKeysAsksTheIssuerOnce() {
        assume(token());
        int before = issuer.asked.get();
        IntStream.range(0, 200)
                .forEach(i -> assertRefused(
                        () -> assume(signed(header(JWSAlgorithm.RS256).keyID("k" + i), claims())),
                        "InvalidIdentityToken",
                        NO_KEY));
        assertThat(issuer.asked.get() - before).isZero();
        bench.pass(Duration.ofSeconds(31));
        IntStream.range(0, 200)
                .forEach(i -> Refusal.of(
                        () -> assume(signed(header(JWSAlgorithm.RS256).keyID("k" + i), claims()))));
        assertThat(issuer.asked.get() - before).isEqualTo(1);
    }

    @Test
    void aNewKeyOfTheIssuersIsFetchedOnceTheFloorHasPassed() {
        assume(token());
        issuer.rotate("rsa-2");
        assertRefused(() -> assume(token()), "InvalidIdentityToken", NO_KEY);
        bench.pass(Duration.ofSeconds(31));
        assertThat(assume(token()).credentials()).isNotNull();
    }
}
