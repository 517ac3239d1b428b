package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.composition.Settings;
import io.claviger.server.http.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who knows nothing but an issuer's URL verifies its tokens, with a library for tokens of any issuer. */
class IssuerTest {

    private static final String AUDIENCE = "https://api.example.com";
    private static final Settings SETTINGS = Samples.settings(new DataLocation.InMemory(), Optional.empty());

    private static String call(RunningServer server, Instant now, String service, String body) throws Exception {
        return Samples.call(server.endpoint(), now, Samples.KEY_ID, Samples.SECRET, service, body);
    }

    private static String issuer(RunningServer server, Instant now) throws Exception {
        return element(
                "IssuerIdentifier",
                call(server, now, "iam", "Action=EnableOutboundWebIdentityFederation&Version=2010-05-08"));
    }

    private static String token(RunningServer server, Instant now, String algorithm) throws Exception {
        return element(
                "WebIdentityToken",
                call(
                        server,
                        now,
                        "sts",
                        "Action=GetWebIdentityToken&Audience.member.1=https%3A%2F%2Fapi.example.com&SigningAlgorithm="
                                + algorithm + "&Version=2011-06-15"));
    }

    private static String element(String name, String answer) {
        Matcher element = Pattern.compile("<" + name + ">([^<]+)</").matcher(answer);
        assertThat(element.find()).as(answer).isTrue();
        return element.group(1);
    }

    private static HttpResponse<String> get(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Verifies as a relying party does: the issuer's document names the keys, and nothing else is known. */
    private static JWTClaimsSet verified(String issuer, String audience, String token) throws Exception {
        Map<String, Object> discovered = JSONObjectUtils.parse(
                get(issuer + "/.well-known/openid-configuration").body());
        assertThat(discovered).containsEntry("issuer", issuer);
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES384),
                JWKSourceBuilder.create(
                                URI.create((String) discovered.get("jwks_uri")).toURL())
                        .build()));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                audience,
                new JWTClaimsSet.Builder().issuer(issuer).build(),
                Set.of("sub", "iat", "exp", "jti", "https://sts.amazonaws.com/")));
        return processor.process(token, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES384"})
    void tokenIsVerifiedByDiscoveryAlone(String algorithm) throws Exception {
        try (RunningServer server = Samples.start(SETTINGS, Clock.systemUTC())) {
            String issuer = issuer(server, Instant.now());
            assertThat(issuer).startsWith(server.endpoint() + "/issuers/");
            assertThat(verified(issuer, AUDIENCE, token(server, Instant.now(), algorithm))
                            .getSubject())
                    .isEqualTo("arn:aws:iam::123456789012:user/Administrator");
        }
    }

    @Test
    void tokenThatIsForgedChangedOfOthersOrForOthersIsNot() throws Exception {
        try (RunningServer server = Samples.start(SETTINGS, Clock.systemUTC())) {
            String issuer = issuer(server, Instant.now());
            String token = token(server, Instant.now(), "ES384");
            SignedJWT genuine = SignedJWT.parse(token);

            assertThatThrownBy(() -> verified(issuer, "https://other.example.com", token))
                    .isInstanceOf(BadJWTException.class)
                    .hasMessageContaining("aud");
            JWTClaimsSet root = new JWTClaimsSet.Builder(genuine.getJWTClaimsSet())
                    .subject("arn:aws:iam::123456789012:root")
                    .build();
            String[] parts = token.split("\\.", -1);
            String changed = parts[0] + "." + root.toPayload().toBase64URL() + "." + parts[2];
            assertThatThrownBy(() -> verified(issuer, AUDIENCE, changed)).isInstanceOf(BadJOSEException.class);
            for (String keyId : new String[] {genuine.getHeader().getKeyID(), "another"}) {
                String forged = forged(root, keyId);
                assertThatThrownBy(() -> verified(issuer, AUDIENCE, forged)).isInstanceOf(BadJOSEException.class);
            }
        }
    }

    private static String forged(JWTClaimsSet claims, String keyId) throws JOSEException {
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(keyId).build(), claims);
        forged.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_384).generate()));
        return forged.serialize();
    }

    @Test
    void tokenThatHasEndedIsNot() throws Exception {
        InstantSource hourAgo = () -> Instant.now().minus(Duration.ofHours(1));
        try (RunningServer server = Samples.start(SETTINGS, hourAgo)) {
            String issuer = issuer(server, hourAgo.instant());
            String token = token(server, hourAgo.instant(), "ES384");
            assertThatThrownBy(() -> verified(issuer, AUDIENCE, token))
                    .isInstanceOf(BadJWTException.class)
                    .hasMessage("Expired JWT");
        }
    }

    @Test
    void documentsAreReadByEverybodyAndKeptForAWhile() throws Exception {
        try (RunningServer server = Samples.start(SETTINGS)) {
            String issuer = issuer(server, Samples.NOW);
            HttpResponse<String> keys = get(issuer + "/.well-known/jwks.json");
            assertThat(keys.statusCode()).isEqualTo(200);
            assertThat(keys.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(keys.headers().firstValue("Cache-Control")).contains("public, max-age=900");
            assertThat(keys.body()).contains("\"RS256\"", "\"ES384\"").doesNotContain("\"d\":");
            assertThat(get(issuer).statusCode()).isEqualTo(404);
            assertThat(get(server.endpoint() + "/issuers/other/.well-known/jwks.json")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(Wire.exchange(server.endpoint(), Wire.request("POST /issuers/x")))
                    .startsWith("HTTP/1.1 405 ");
        }
    }

    @Test
    void issuerIsUnderThePublicUrlIfOneIsGiven() throws Exception {
        URI url = URI.create("https://iam.example.com/claviger");
        Settings settings = new Settings(
                SETTINGS.data(),
                SETTINGS.regions(),
                SETTINGS.quotas(),
                SETTINGS.cached(),
                false,
                Optional.empty(),
                SETTINGS.firstStart(),
                Optional.of(url),
                SETTINGS.openIdConnect());
        try (RunningServer server = Samples.start(settings)) {
            assertThat(issuer(server, Samples.NOW)).startsWith(url + "/issuers/");
        }
    }
}
