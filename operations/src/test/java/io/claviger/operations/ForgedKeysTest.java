package io.claviger.operations;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import io.claviger.federation.oidc.TestIssuer;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tokens that prove nothing: forged, stale, confused. Each is refused with AWS's code and text. */
class ForgedKeysTest extends ForgedTokens {

    private static final String NO_KEY = "Couldn't retrieve verification key from your identity provider,  please"
            + " reference AssumeRoleWithWebIdentity documentation for requirements";
    private static final String BAD_SIGNATURE = "Token signature invalid";

    private static final RSAKey STRANGER = TestIssuer.rsa("rsa-1");

    private Stream<Forged> wrongKeys() throws Exception {
        String good = token();
        int dot = good.lastIndexOf('.');
        char last = good.charAt(dot + 9);
        String damaged = good.substring(0, dot + 9) + (last == 'A' ? 'B' : 'A') + good.substring(dot + 10);
        String otherPayload = good.split("\\.", -1)[0] + "." + Base64URL.encode(payload("")) + good.substring(dot);
        RSAKey own = STRANGER.toPublicJWK();
        JWTClaimsSet claims = claims().build();
        return Stream.of(
                invalid("a signature with another letter", damaged, BAD_SIGNATURE),
                invalid("another payload under the signature", otherPayload, BAD_SIGNATURE),
                invalid(
                        "a stranger's key under the issuer's key ID",
                        TestIssuer.signed(header(JWSAlgorithm.RS256).build(), claims, STRANGER),
                        BAD_SIGNATURE),
                invalid(
                        "a key that the header brings along",
                        TestIssuer.signed(header(JWSAlgorithm.RS256).jwk(own).build(), claims, STRANGER),
                        BAD_SIGNATURE),
                invalid(
                        "a key that the header says where to find",
                        TestIssuer.signed(
                                header(JWSAlgorithm.RS256)
                                        .jwkURL(URI.create(issuer.url() + "/evil"))
                                        .build(),
                                claims,
                                STRANGER),
                        BAD_SIGNATURE),
                invalid(
                        "a certificate that the header says where to find",
                        TestIssuer.signed(
                                header(JWSAlgorithm.RS256)
                                        .x509CertURL(URI.create(issuer.url() + "/evil"))
                                        .build(),
                                claims,
                                STRANGER),
                        BAD_SIGNATURE),
                invalid(
                        "a certificate that the header brings along",
                        TestIssuer.signed(
                                header(JWSAlgorithm.RS256)
                                        .x509CertChain(List.of(Base64.encode(issuer.certificates()
                                                .authority()
                                                .getEncoded())))
                                        .build(),
                                claims,
                                STRANGER),
                        BAD_SIGNATURE),
                invalid("an unknown key ID", signed(header(JWSAlgorithm.RS256).keyID("other"), claims()), NO_KEY),
                invalid(
                        "a path as key ID",
                        signed(header(JWSAlgorithm.RS256).keyID("../../../dev/null"), claims()),
                        NO_KEY),
                invalid(
                        "SQL as key ID",
                        signed(header(JWSAlgorithm.RS256).keyID("' UNION SELECT 'key"), claims()),
                        NO_KEY),
                invalid(
                        "no key ID, so that several keys might be meant, and a stranger's key",
                        TestIssuer.signed(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), claims, STRANGER),
                        BAD_SIGNATURE),
                invalid(
                        "the key ID of an EC key under an RSA signature",
                        signed(header(JWSAlgorithm.RS256).keyID("ec-256"), claims()),
                        NO_KEY),
                invalid(
                        "ES384 by the key ID of a P-256 key",
                        TestIssuer.signed(
                                new JWSHeader.Builder(JWSAlgorithm.ES384)
                                        .keyID("ec-256")
                                        .build(),
                                claims,
                                TestIssuer.EC_384),
                        NO_KEY),
                invalid("an EC signature of zeros", zeros(), BAD_SIGNATURE));
    }

    private String zeros() {
        return Base64URL.encode("{\"alg\":\"ES256\",\"kid\":\"ec-256\"}") + "." + Base64URL.encode(payload("")) + "."
                + Base64URL.encode(new byte[64]);
    }

    @TestFactory
    Stream<DynamicTest> wrongKeysAndSignaturesAreRefused() throws Exception {
        return refusals(wrongKeys().toList(), 14);
    }
}
