package io.claviger.federation.oidc;

import java.util.List;
import java.util.Locale;

/**
 * An issuer of tokens that is trusted. Immutable.
 *
 * @param url {@code iss}, to the letter
 * @param thumbprints SHA-1 of certificates in lower-case hexadecimal, any of which vouches for the issuer's own if no
 *     public authority does
 */
public record Issuer(String url, List<String> thumbprints) {

    /** Copies the thumbprints in lower case. */
    public Issuer {
        thumbprints = thumbprints.stream()
                .map(print -> print.toLowerCase(Locale.ROOT))
                .toList();
    }
}
