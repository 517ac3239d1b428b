package io.claviger.iam;

import java.time.Instant;

/**
 * The latest request of a user, a role's sessions or a root user for an action, whether or not it was allowed.
 *
 * @param principalId the unique ID of the user or role; the account's for its root user
 * @param service such as {@code iam}
 * @param action its name without the prefix
 * @param region the region of the credential scope
 */
public record ActionUse(
        String accountId, String principalId, String service, String action, Instant date, String region)
        implements Use {

    /** Who used what. */
    private record Subject(String principalId, String service, String action) {}

    @Override
    public Object subject() {
        return new Subject(principalId, service, action);
    }
}
