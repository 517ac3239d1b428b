package io.claviger.federation.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * What a token says (RFC 7519). Immutable. Times are whole seconds.
 *
 * @param issuer the URL of the issuer
 * @param subject who is identified
 * @param audience for whom the token is; one of them is a text in the token, several are a list
 * @param expiresAt the first moment at which it counts for nothing
 * @param id of this token alone
 * @param namespace the name of the claim that holds the others
 * @param others what else is said: texts, numbers, lists and maps of these
 */
public record TokenClaims(
        String issuer,
        String subject,
        List<String> audience,
        Instant issuedAt,
        Instant expiresAt,
        String id,
        String namespace,
        Map<String, Object> others) {

    /** Copies list and map. */
    public TokenClaims {
        audience = List.copyOf(audience);
        others = Map.copyOf(others);
    }

    /** How many bytes they take in the token before it is encoded. */
    public int size() {
        return claimsSet().toString().getBytes(UTF_8).length;
    }

    JWTClaimsSet claimsSet() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt))
                .jwtID(id)
                .claim(namespace, others)
                .build();
    }
}
