package io.claviger.federation.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** A key pair that signs tokens. Immutable and thread-safe; its {@link #toString} shows its ID alone. */
public final class SigningKeyPair {

    private final SigningAlgorithm algorithm;
    private final JWK key;

    private SigningKeyPair(SigningAlgorithm algorithm, JWK key) {
        this.algorithm = algorithm;
        this.key = key;
    }

    /** A new key pair, which nobody else has. RSA takes about a tenth of a second. */
    public static SigningKeyPair generate(SigningAlgorithm algorithm) {
        try {
            return new SigningKeyPair(algorithm, algorithm.newKey());
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java makes no keys for " + algorithm, e);
        }
    }

    /**
     * The key pair that {@link #privateKey} gave.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SigningKeyPair of(SigningAlgorithm algorithm, String privateKey) {
        try {
            return new SigningKeyPair(algorithm, JWK.parse(privateKey));
        } catch (ParseException e) {
            // Without the cause: it could quote the key.
            throw new IllegalArgumentException("this is not a key that signs tokens");
        }
    }

    /** The thumbprint of the public key (RFC 7638), by which tokens name it. */
    public String id() {
        return key.getKeyID();
    }

    /** What verifies, as a JSON web key (RFC 7517). */
    public String publicKey() {
        return key.toPublicJWK().toJSONString();
    }

    /** What signs, as a JSON web key: a secret. */
    public String privateKey() {
        return key.toJSONString();
    }

    /** The token that says this, signed, in its compact form (RFC 7515). */
    public String sign(TokenClaims claims) {
        JWSHeader header = new JWSHeader.Builder(algorithm.jose())
                .type(JOSEObjectType.JWT)
                .keyID(id())
                .build();
        SignedJWT token = new SignedJWT(header, claims.claimsSet());
        try {
            token.sign(algorithm.signer(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the key " + id() + " does not sign", e);
        }
        return token.serialize();
    }

    @Override
    public String toString() {
        return "SigningKeyPair[" + id() + "]";
    }
}
