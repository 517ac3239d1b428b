package io.claviger.operations;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.claviger.operations.issuer.PublishedIssuers;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenResponse;

/** A test with an account that may issue tokens, and somebody who verifies them by what is published. */
abstract class OnAnIssuer extends OnAWorkbench {

    static final String AUDIENCE = "https://api.example.com";
    static final String AWS = "https://sts.amazonaws.com/";
    static final String SELF = "arn:aws:sts::" + ACCOUNT + ":self";

    final PublishedIssuers published = new PublishedIssuers(bench.store, bench.deployment.issuerUrls(), bench::now);

    static software.amazon.awssdk.services.iam.model.Tag tagOf(String key, String value) {
        return software.amazon.awssdk.services.iam.model.Tag.builder()
                .key(key)
                .value(value)
                .build();
    }

    String enable() {
        return admin.enableOutboundWebIdentityFederation(enable -> {}).issuerIdentifier();
    }

    static GetWebIdentityTokenResponse ask(Actor actor) {
        return actor.sts().getWebIdentityToken(get -> get.audience(AUDIENCE).signingAlgorithm("ES384"));
    }

    static Map<String, Object> claims(GetWebIdentityTokenResponse answer) throws ParseException {
        return SignedJWT.parse(answer.webIdentityToken()).getPayload().toJSONObject();
    }

    JWKSet keys(String issuer) throws ParseException {
        String path = URI.create(issuer).getPath() + "/.well-known/jwks.json";
        return JWKSet.parse(published.at(path).orElseThrow());
    }

    boolean isVerified(String issuer, String token) throws Exception {
        SignedJWT parsed = SignedJWT.parse(token);
        JWK key = keys(issuer).getKeyByKeyId(parsed.getHeader().getKeyID());
        if (key == null) {
            return false;
        }
        JWSVerifier verifier = key.getKeyType().getValue().equals("EC")
                ? new ECDSAVerifier(key.toECKey())
                : new RSASSAVerifier(key.toRSAKey());
        return parsed.verify(verifier);
    }
}
