package io.claviger.iam.store;

import io.claviger.iam.SamlPrivateKey;
import io.claviger.iam.SamlProvider;
import java.util.List;
import java.util.Optional;

/** What can be asked about SAML providers; {@link Reading} says what holds for all answers. */
public interface SamlProviderQueries {

    /** The provider of this name. */
    Optional<SamlProvider> named(String accountId, String name);

    /** The account's providers. */
    List<SamlProvider> list(String accountId);

    /** The private keys of a provider, the oldest first. */
    List<SamlPrivateKey> keysOf(String providerId);

    /** Whether an assertion was exchanged for credentials of this role already. */
    boolean hasRedeemed(String providerId, String assertionId, String roleId);
}
