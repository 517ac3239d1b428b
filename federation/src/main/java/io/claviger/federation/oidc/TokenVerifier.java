package io.claviger.federation.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Verifies tokens by the keys of their issuers. What a token brings along to verify itself by ({@code jku}, {@code x5u},
 * {@code jwk}, {@code x5c}) is not looked at. Thread-safe.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core 1.0,
 *     3.1.3.7: ID token validation</a>
 */
public final class TokenVerifier {

    /** AWS takes tokens for five minutes more, since clocks differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final IssuerKeys keys;

    /** Verifies by these keys. */
    public TokenVerifier(IssuerKeys keys) {
        this.keys = keys;
    }

    /**
     * The token, verified: issuer, audience, time and signature, in this order.
     *
     * @param issuer who is trusted to have issued it
     * @param isClient whether tokens for this audience are taken
     * @throws TokenRefused when it is none of the issuer's for such an audience, or not any more
     */
    public IdentityToken verify(UnverifiedToken token, Issuer issuer, Predicate<String> isClient, Instant now) {
        Claims claims = token.claims();
        if (!claims.issuer().equals(issuer.url())) {
            throw TokenRefused.invalid("Issuer of the token does not match the provider");
        }
        String audience =
                audience(claims, isClient).orElseThrow(() -> TokenRefused.invalid("Incorrect token audience"));
        requireTime(claims, now);
        requireSignature(token, issuer, now);
        return new IdentityToken(claims, audience);
    }

    /** A token says whom it was issued to with {@code azp}; only one that does not is taken by its {@code aud}. */
    private static Optional<String> audience(Claims claims, Predicate<String> isClient) {
        String party = claims.authorizedParty();
        return party != null
                ? Optional.of(party).filter(isClient)
                : claims.audiences().stream().filter(isClient).findFirst();
    }

    private static void requireTime(Claims claims, Instant now) {
        if (!now.isBefore(claims.expiresAt().plus(SKEW))) {
            throw TokenRefused.expired("Token expired: current date/time " + now.getEpochSecond()
                    + " must be before the expiration date/time "
                    + claims.expiresAt().getEpochSecond());
        }
        Instant latest = now.plus(SKEW);
        Instant notBefore = claims.notBefore();
        if (claims.issuedAt().isAfter(latest) || (notBefore != null && notBefore.isAfter(latest))) {
            throw TokenRefused.invalid("Token is not yet valid");
        }
    }

    private void requireSignature(UnverifiedToken token, Issuer issuer, Instant now) {
        VerifyingKey key = keys.find(issuer, token.header(), now);
        if (!key.verifies(token.header(), token.signed(), token.signature())) {
            throw TokenRefused.invalid("Token signature invalid");
        }
    }
}
