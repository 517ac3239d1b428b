package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * What an organization knows of an account that its management account made. Immutable.
 *
 * @param accountId the member
 * @param organizationId the organization
 * @param name for people to read
 * @param email the address of the root user; unique in the deployment, whatever its case
 * @param joined when it was made
 */
public record MemberAccount(String accountId, String organizationId, String name, String email, Instant joined)
        implements Entity {

    @Override
    public List<String> touches() {
        return List.of(accountId);
    }
}
