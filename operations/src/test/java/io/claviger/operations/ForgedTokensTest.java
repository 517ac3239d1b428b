package io.claviger.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tokens that prove nothing: forged, stale, confused. Each is refused with AWS's code and text. */
class ForgedTokensTest extends ForgedTokens {

    private static final String NO_JWT =
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)";

    private static Forged noJwt(String what, String token) {
        return new Forged(what, token, "InvalidIdentityToken", NO_JWT);
    }

    /** A token of exactly these texts, under a signature of the issuer's own. */
    private String raw(String header, String payload) {
        String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
        try {
            return input + "."
                    + new RSASSASigner(issuer.rsaKey())
                            .sign(header(JWSAlgorithm.RS256).build(), input.getBytes(UTF_8));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String without(String claim) {
        return signed(header(JWSAlgorithm.RS256), claims().claim(claim, null));
    }

    private static String hmac(String header, String payload, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
            return input + "." + Base64URL.encode(mac.doFinal(input.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<Forged> noTokens() throws Exception {
        String good = token();
        String[] parts = good.split("\\.", -1);
        String payload = payload("");
        byte[] publicKey = issuer.rsaKey().toRSAPublicKey().getEncoded();
        return Stream.of(
                noJwt("an access token", "ya29.a0AfH6SMBx"),
                noJwt("words", "not a token"),
                noJwt("two parts", parts[0] + "." + parts[1]),
                noJwt("four parts", good + "." + parts[2]),
                noJwt("five parts, as of an encrypted one", good + ".a.b"),
                noJwt("a line end after it", good + "\n"),
                noJwt("padding in base 64", good + "=="),
                noJwt("the other base 64", "+" + good.substring(1)),
                noJwt("no signature at all", parts[0] + "." + parts[1] + "."),
                noJwt("alg none", Base64URL.encode("{\"alg\":\"none\"}") + "." + parts[1] + "."),
                noJwt("alg none under a signature", raw("{\"alg\":\"none\",\"kid\":\"rsa-1\"}", payload)),
                noJwt("alg NONE", raw("{\"alg\":\"NONE\"}", payload)),
                noJwt("no alg", raw("{\"kid\":\"rsa-1\"}", payload)),
                noJwt(
                        "HS256 under the public key as secret",
                        hmac("{\"alg\":\"HS256\",\"kid\":\"rsa-1\"}", payload, publicKey)),
                noJwt(
                        "HS256 under the JWKS document as secret",
                        hmac("{\"alg\":\"HS256\"}", payload, issuer.jwks().getBytes(UTF_8))),
                noJwt("EdDSA, which AWS does not take", raw("{\"alg\":\"EdDSA\",\"kid\":\"rsa-1\"}", payload)),
                noJwt("ES256K, which AWS does not take", raw("{\"alg\":\"ES256K\",\"kid\":\"rsa-1\"}", payload)),
                noJwt(
                        "a critical header",
                        raw("{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"crit\":[\"b64\"],\"b64\":true}", payload)),
                noJwt("alg twice", raw("{\"alg\":\"RS256\",\"alg\":\"none\",\"kid\":\"rsa-1\"}", payload)),
                noJwt("another token inside", raw("{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"cty\":\"JWT\"}", good)),
                noJwt("a list as payload", raw("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}", "[" + payload + "]")),
                noJwt("two payloads", raw("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}", payload + payload)),
                noJwt(
                        "deep nesting",
                        raw(
                                "{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}",
                                payload(",\"a\":" + "[".repeat(99) + "]".repeat(99)))),
                noJwt("sub twice", raw("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}", payload(",\"sub\":\"admin\""))),
                noJwt(
                        "sub twice, once in capitals",
                        raw("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}", payload(",\"SUB\":\"admin\""))),
                noJwt("aud twice", raw("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}", payload(",\"aud\":\"other\""))),
                noJwt(
                        "a member of a claim twice",
                        raw("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}", payload(",\"a\":{\"b\":1,\"b\":2}"))),
                noJwt(
                        "a number as subject",
                        raw("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}", payload("").replace("\"s\"", "7"))),
                noJwt("an empty subject", signed(header(JWSAlgorithm.RS256), claims().subject(""))),
                noJwt("a subject too long", signed(header(JWSAlgorithm.RS256), claims().subject("s".repeat(256)))),
                noJwt("a text as expiry", signed(header(JWSAlgorithm.RS256), claims().claim("exp", "never"))),
                noJwt(
                        "no audience in the list",
                        raw(
                                "{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}",
                                payload("").replace("\"sts.amazonaws.com\"", "[]"))),
                noJwt(
                        "a text that is no UTF-8",
                        parts[0] + "." + Base64URL.encode(new byte[] {'{', (byte) 0xC3, '}'}) + "." + parts[2]),
                noJwt("huge", signed(header(JWSAlgorithm.RS256), claims().claim("a", "x".repeat(20_000)))));
    }

    private Stream<Forged> wrongClaims() {
        Instant now = bench.now();
        long passed = now.minus(Duration.ofMinutes(5)).getEpochSecond();
        return Stream.of(
                invalid("without iss", without("iss"), "Missing a required claim: iss"),
                invalid("without sub", without("sub"), "Missing a required claim: sub"),
                invalid("without aud", without("aud"), "Missing a required claim: aud"),
                invalid("without exp", without("exp"), "Missing a required claim: exp"),
                invalid("without iat", without("iat"), "Missing a required claim: iat"),
                invalid(
                        "another audience",
                        signed(header(JWSAlgorithm.RS256), claims().audience("other")),
                        "Incorrect token audience"),
                invalid(
                        "the audience in capitals",
                        signed(header(JWSAlgorithm.RS256), claims().audience("STS.amazonaws.com")),
                        "Incorrect token audience"),
                invalid(
                        "the right audience, issued to another party",
                        signed(header(JWSAlgorithm.RS256), claims().claim("azp", "other")),
                        "Incorrect token audience"),
                ofIssuer(issuer.url() + "/"),
                ofIssuer(issuer.url() + "/other"),
                ofIssuer(issuer.url().replace("/realm", "/REALM")),
                ofIssuer(issuer.url().replace("/realm", "")),
                ofIssuer(issuer.url().replace("https", "http")),
                ofIssuer(issuer.name()),
                ofIssuer(issuer.url().replace("localhost", "localhost.")),
                ofIssuer(issuer.url().replace("https://", "https://user@")),
                ofIssuer("https://token.actions.githubusercontent.com"),
                new Forged(
                        "expired",
                        signed(
                                header(JWSAlgorithm.RS256),
                                claims().expirationTime(Date.from(Instant.ofEpochSecond(passed)))),
                        "ExpiredTokenException",
                        "Token expired: current date/time " + now.getEpochSecond()
                                + " must be before the expiration date/time " + passed),
                new Forged(
                        "expired long ago",
                        signed(header(JWSAlgorithm.RS256), claims().claim("exp", 1)),
                        "ExpiredTokenException",
                        "Token expired: current date/time " + now.getEpochSecond()
                                + " must be before the expiration date/time 1"),
                invalid(
                        "not yet valid",
                        signed(
                                header(JWSAlgorithm.RS256),
                                claims().notBeforeTime(Date.from(now.plus(Duration.ofMinutes(6))))),
                        "Token is not yet valid"),
                invalid(
                        "issued in the future",
                        signed(
                                header(JWSAlgorithm.RS256),
                                claims().issueTime(Date.from(now.plus(Duration.ofMinutes(6))))),
                        "Token is not yet valid"),
                invalid(
                        "tags that are none",
                        signed(header(JWSAlgorithm.RS256), claims().claim("https://aws.amazon.com/tags", "all")),
                        "The session tags of the token are not valid."),
                invalid(
                        "a tag of two values",
                        signed(
                                header(JWSAlgorithm.RS256),
                                claims().claim(
                                                "https://aws.amazon.com/tags",
                                                Map.of("principal_tags", Map.of("a", List.of("1", "2"))))),
                        "The session tags of the token are not valid."),
                invalid(
                        "a source identity that is none",
                        signed(
                                header(JWSAlgorithm.RS256),
                                claims().claim("https://aws.amazon.com/source_identity", "no spaces here")),
                        "The source identity of the token is not valid."));
    }

    private Forged ofIssuer(String other) {
        return invalid(
                "of " + other,
                signed(header(JWSAlgorithm.RS256), claims().issuer(other)),
                "No OpenIDConnect provider found in your account for " + other);
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoTokenAndWrongClaimsAreRefused() throws Exception {
        return refusals(Stream.concat(noTokens(), wrongClaims()).toList(), 47);
    }
}
