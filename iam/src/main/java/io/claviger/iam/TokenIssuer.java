package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * An account as an issuer of tokens that other services verify by OpenID Connect discovery.
 *
 * @param id a UUID that nobody guesses, which the issuer's URL ends with; the account keeps it for good
 * @param enabled whether tokens are issued; those issued before stay valid when it is not
 * @param createDate when the account first became an issuer
 */
public record TokenIssuer(String accountId, String id, boolean enabled, Instant createDate) implements Entity {

    /** The same issuer, issuing or not. */
    public TokenIssuer enabled(boolean whether) {
        return new TokenIssuer(accountId, id, whether, createDate);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
