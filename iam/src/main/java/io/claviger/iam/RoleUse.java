package io.claviger.iam;

import java.time.Instant;

/**
 * The latest request that a session of a role made, whether or not it was allowed.
 *
 * @param roleId the unique ID of the role
 * @param region the region of the credential scope
 */
public record RoleUse(String roleId, Instant date, String region) implements Use {

    @Override
    public Object subject() {
        return roleId;
    }
}
