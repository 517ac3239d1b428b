package io.claviger.federation.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The keys of an issuer that can verify signatures. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517: JSON Web Key</a>
 */
public final class KeySet {

    private static final int SHORTEST_RSA = 2048;

    private final List<VerifyingKey> keys;

    private KeySet(List<VerifyingKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * The public keys of a JWKS document, apart from those that are too weak, for something else than signatures, or of a
     * kind that is not taken.
     *
     * @throws IllegalArgumentException when it is no such document, or has no such key
     */
    public static KeySet parse(String document) {
        try {
            Json.object(document);
            List<VerifyingKey> keys = JWKSet.parse(document).getKeys().stream()
                    .filter(KeySet::canVerify)
                    .map(JWK::toPublicJWK)
                    .map(VerifyingKey::new)
                    .toList();
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("it has no RSA or EC key for signatures");
            }
            return new KeySet(keys);
        } catch (ParseException | JacksonException e) {
            throw new IllegalArgumentException("it is not a JSON Web Key Set", e);
        }
    }

    private static boolean canVerify(JWK key) {
        boolean isForSignatures = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
        boolean mayVerify =
                key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY);
        return isForSignatures
                && mayVerify
                && switch (key) {
                    case RSAKey rsa -> rsa.size() >= SHORTEST_RSA;
                    case ECKey _ -> true;
                    default -> false;
                };
    }

    /**
     * The key that a signature says it was made with; if it does not say, the one key that fits.
     *
     * @return empty when there is no such key, or several
     */
    Optional<VerifyingKey> find(JWSHeader header) {
        List<VerifyingKey> fitting = keys.stream()
                .filter(key -> header.getKeyID() == null
                        || header.getKeyID().equals(key.key().getKeyID()))
                .filter(key -> fits(key.key(), header.getAlgorithm()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static boolean fits(JWK key, JWSAlgorithm algorithm) {
        if (key.getAlgorithm() != null && !key.getAlgorithm().equals(algorithm)) {
            return false;
        }
        return switch (key) {
            case RSAKey _ -> JWSAlgorithm.Family.RSA.contains(algorithm);
            case ECKey ec ->
                JWSAlgorithm.Family.EC.contains(algorithm)
                        && Curve.forJWSAlgorithm(algorithm).contains(ec.getCurve());
            default -> false;
        };
    }
}
