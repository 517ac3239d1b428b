package io.claviger.federation.oidc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A token that was verified. Only {@link TokenVerifier} makes one. Immutable.
 */
public final class IdentityToken {

    private final Claims claims;
    private final String audience;

    IdentityToken(Claims claims, String audience) {
        this.claims = claims;
        this.audience = audience;
    }

    /** Who issued it: {@code iss}. */
    public String issuer() {
        return claims.issuer();
    }

    /** Whom it is about: {@code sub}. */
    public String subject() {
        return claims.subject();
    }

    /** The audience that was asked for: {@code azp} if there is one, else the one of {@code aud}. */
    public String audience() {
        return audience;
    }

    /** All that {@code aud} names. */
    public List<String> audiences() {
        return claims.audiences();
    }

    /** Every claim: texts, numbers, truth values, lists and maps of these. */
    public Map<String, Object> claims() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(claims.all()));
    }

    @Override
    public String toString() {
        return "IdentityToken[" + issuer() + " " + subject() + "]";
    }
}
