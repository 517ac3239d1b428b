package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import io.claviger.federation.oidc.TestIssuer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Tokens that nobody may take, and what AWS says of each. */
abstract class ForgedTokens extends WebIdentityGround {

    /** A token, and what AWS says of it. */
    record Forged(String what, String token, String code, String text) {}

    static Forged invalid(String what, String token, String text) {
        return new Forged(what, token, "InvalidIdentityToken", text);
    }

    JWTClaimsSet.Builder claims() {
        return issuer.claims(bench.now());
    }

    static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID("rsa-1");
    }

    String signed(JWSHeader.Builder header, JWTClaimsSet.Builder claims) {
        return TestIssuer.signed(header.build(), claims.build(), issuer.rsaKey());
    }

    String payload(String more) {
        long now = bench.now().getEpochSecond();
        return "{\"iss\":\"" + issuer.url() + "\",\"sub\":\"s\",\"aud\":\"sts.amazonaws.com\",\"iat\":" + now
                + ",\"exp\":" + (now + 600) + more + "}";
    }

    /** Each of them is refused with AWS's code and text; there are at least so many. */
    Stream<DynamicTest> refusals(List<Forged> forged, int atLeast) throws Exception {
        assertThat(forged).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(assume(token()).credentials())
                .as("a token that is none of these")
                .isNotNull();
        return forged.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.what(), () -> assertRefused(() -> assume(one.token()), one.code(), one.text())));
    }
}
