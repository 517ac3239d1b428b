package io.claviger.federation.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tokens are signed with: the two algorithms that AWS offers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.1">RFC 7518</a>
 */
public enum SigningAlgorithm {
    /** RSA of 2048 bits with SHA-256, which every verifier knows. */
    RS256 {
        @Override
        JWK newKey() throws JOSEException {
            return new RSAKeyGenerator(RSA_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(jose())
                    .keyIDFromThumbprint(true)
                    .generate();
        }

        @Override
        JWSSigner signer(JWK key) throws JOSEException {
            return new RSASSASigner(key.toRSAKey());
        }
    },
    /** ECDSA on P-384 with SHA-384, whose keys and signatures are shorter. */
    ES384 {
        @Override
        JWK newKey() throws JOSEException {
            return new ECKeyGenerator(Curve.P_384)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(jose())
                    .keyIDFromThumbprint(true)
                    .generate();
        }

        @Override
        JWSSigner signer(JWK key) throws JOSEException {
            return new ECDSASigner(key.toECKey());
        }
    };

    private static final int RSA_BITS = 2048;

    /** The algorithm of this name, such as {@code ES384}; empty for any other. */
    public static Optional<SigningAlgorithm> named(String name) {
        return Stream.of(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findAny();
    }

    JWSAlgorithm jose() {
        return JWSAlgorithm.parse(name());
    }

    abstract JWK newKey() throws JOSEException;

    abstract JWSSigner signer(JWK key) throws JOSEException;
}
