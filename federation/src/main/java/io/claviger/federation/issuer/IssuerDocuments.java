package io.claviger.federation.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two documents by which others verify an issuer's tokens, with the members that AWS's have.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata">OpenID Provider
 *     Metadata</a>
 */
public final class IssuerDocuments {

    /** Where an issuer's discovery document is, under its URL. */
    public static final String DISCOVERY = "/.well-known/openid-configuration";

    /** Where its keys are, under its URL. */
    public static final String KEYS = "/.well-known/jwks.json";

    private IssuerDocuments() {}

    /**
     * What an issuer says of itself, as JSON.
     *
     * @param issuer its URL
     * @param namespace the claim of its tokens that holds all claims of its own
     */
    public static String discovery(String issuer, String namespace) {
        return JSONObjectUtils.toJSONString(Map.of(
                "issuer",
                issuer,
                "jwks_uri",
                issuer + KEYS,
                "subject_types_supported",
                List.of("public"),
                "response_types_supported",
                List.of("id_token"),
                "id_token_signing_alg_values_supported",
                Stream.of(SigningAlgorithm.values()).map(Enum::name).toList(),
                "claims_supported",
                List.of("sub", "iss", "aud", "exp", "iat", "jti", namespace)));
    }

    /**
     * The set of an issuer's keys, as JSON (RFC 7517).
     *
     * @param publicKeys each as a JSON web key
     */
    public static String keys(List<String> publicKeys) {
        return publicKeys.stream().collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
