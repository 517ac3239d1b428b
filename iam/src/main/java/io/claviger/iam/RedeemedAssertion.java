package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * A SAML assertion that was exchanged for credentials of a role, kept until it ends so that it is not exchanged for the same
 * role again. It is inserted and never updated; inserting one removes those that have ended.
 *
 * @param providerId the unique ID of the provider that issued it
 * @param assertionId the ID that the provider gave it
 * @param roleId the unique ID of the role
 * @param redeemedAt when it was exchanged
 * @param until from when on it is refused for its age
 */
public record RedeemedAssertion(
        String accountId, String providerId, String assertionId, String roleId, Instant redeemedAt, Instant until)
        implements Entity {

    /** The log of changes names the provider, on which nothing depends that is kept in memory. */
    @Override
    public List<String> touches() {
        return List.of(providerId);
    }
}
