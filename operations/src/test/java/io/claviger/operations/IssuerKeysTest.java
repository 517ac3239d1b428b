package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import io.claviger.iam.IssuerKey;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssuerKeysTest extends OnAnIssuer {

    @Test
    void anIssuerPublishesItsNameAndItsKeysFromTheFirstMomentOn() throws Exception {
        String issuer = enable();
        String path = URI.create(issuer).getPath();

        assertThat(published.at(path + "/.well-known/openid-configuration").orElseThrow())
                .contains("\"issuer\":\"" + issuer + "\"")
                .contains("\"id_token_signing_alg_values_supported\":[\"RS256\",\"ES384\"]");
        assertThat(keys(issuer).getKeys()).hasSize(2).allMatch(key -> !key.isPrivate());
        assertThat(published.at(path)).isEmpty();
        assertThat(published.at(path + "/")).isEmpty();
        assertThat(published.at(path.substring(0, path.length() - 1) + "/.well-known/jwks.json"))
                .isEmpty();
        assertThat(published.at("/.well-known/jwks.json")).isEmpty();
    }

    @Test
    void accountsAreIssuersApart() throws Exception {
        String issuer = enable();
        Actor other = bench.otherAdministrator();
        String others =
                other.iam().enableOutboundWebIdentityFederation(enable -> {}).issuerIdentifier();

        assertThat(others).isNotEqualTo(issuer);
        assertThat(isVerified(others, ask(other).webIdentityToken())).isTrue();
        assertThat(isVerified(issuer, ask(other).webIdentityToken())).isFalse();
        assertThat(isVerified(others, ask(bench.administrator()).webIdentityToken()))
                .isFalse();
    }

    @Test
    void theNextKeyIsPublishedADayBeforeItSignsAndTheOneBeforeUntilItsTokensHaveEnded() throws Exception {
        String issuer = enable();
        Actor asking = bench.administrator();
        String first = keyOf(asking);

        bench.pass(Duration.ofDays(89));
        assertThat(keyOf(asking)).as("on the last day").isEqualTo(first);
        List<String> twice = ids(issuer);
        assertThat(twice).as("the next one is known").hasSize(3).contains(first);

        bench.pass(Duration.ofDays(1));
        Instant changed = bench.now();
        String last = ask(asking).webIdentityToken();
        String second = SignedJWT.parse(last).getHeader().getKeyID();
        assertThat(second).isNotEqualTo(first);
        assertThat(twice).contains(second);
        assertThat(ids(issuer)).as("a token of the first may be alive").contains(first, second);

        bench.pass(Duration.ofHours(3));
        assertThat(bench.now()).isAfter(changed);
        assertThat(ids(issuer))
                .as("no token of the first is alive")
                .doesNotContain(first)
                .contains(second);
        assertThat(isVerified(issuer, last)).isTrue();
    }

    @Test
    void keyThatRestedForYearsSignsUntilTheNextOneIsKnown() throws Exception {
        String issuer = enable();
        Actor asking = bench.administrator();
        String first = keyOf(asking);

        bench.pass(Duration.ofDays(1000));
        assertThat(keyOf(asking)).isEqualTo(first);
        assertThat(ids(issuer)).contains(first).hasSize(3);
        bench.pass(Duration.ofDays(1));
        assertThat(keyOf(asking)).isNotEqualTo(first).isIn(ids(issuer));
    }

    @Test
    void retiredKeysAreDeletedWhenTheNextOneIsMade() throws Exception {
        enable();
        Actor asking = bench.administrator();
        for (int i = 0; i < 5; i++) {
            keyOf(asking);
            bench.pass(Duration.ofDays(89));
            keyOf(asking);
            bench.pass(Duration.ofDays(1));
        }
        List<IssuerKey> kept = bench.store.read(reading -> reading.issuers().keys(ACCOUNT));
        assertThat(kept).filteredOn(key -> key.algorithm().equals("ES384")).hasSizeLessThanOrEqualTo(3);
    }

    private static String keyOf(Actor asking) throws ParseException {
        return SignedJWT.parse(ask(asking).webIdentityToken()).getHeader().getKeyID();
    }

    private List<String> ids(String issuer) throws ParseException {
        return keys(issuer).getKeys().stream().map(JWK::getKeyID).toList();
    }
}
