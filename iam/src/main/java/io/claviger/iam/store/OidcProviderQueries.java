package io.claviger.iam.store;

import io.claviger.iam.OidcProvider;
import java.util.List;
import java.util.Optional;

/** What can be asked about OIDC providers; {@link Reading} says what holds for all answers. */
public interface OidcProviderQueries {

    /** The provider of this issuer, which is compared to the letter: a path has case. */
    Optional<OidcProvider> of(String accountId, String url);

    /** All of the account's providers, by their issuers. */
    List<OidcProvider> all(String accountId);
}
