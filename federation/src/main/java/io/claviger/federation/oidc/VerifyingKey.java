package io.claviger.federation.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.Optional;

/**
 * A public key of an issuer, with what verifies by it, which is made once and not for each token. Thread-safe.
 */
final class VerifyingKey {

    private final JWK key;
    private final Optional<JWSVerifier> verifier;

    VerifyingKey(JWK key) {
        this.key = key;
        this.verifier = verifier(key);
    }

    /** Nothing verifies with a key that the library refuses. */
    private static Optional<JWSVerifier> verifier(JWK key) {
        try {
            return switch (key) {
                case RSAKey rsa -> Optional.of(new RSASSAVerifier(rsa));
                case ECKey ec -> Optional.of(new ECDSAVerifier(ec));
                default -> Optional.empty();
            };
        } catch (JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    JWK key() {
        return key;
    }

    /** Whether the key made the signature. */
    boolean verifies(JWSHeader header, byte[] signed, Base64URL signature) {
        try {
            return verifier.isPresent() && verifier.get().verify(header, signed, signature);
        } catch (JOSEException | IllegalArgumentException e) {
            return false;
        }
    }
}
