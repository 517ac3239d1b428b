package io.claviger.iam;

import java.util.List;

/**
 * The template that a role was made of. It goes with the role.
 *
 * @param roleId the unique ID of the role
 * @param templateArn the template's ARN, with its major version
 * @param fingerprint differs for a role that other values of the template would have made
 */
public record RoleOrigin(String accountId, String roleId, String templateArn, int minorVersion, String fingerprint)
        implements Entity {

    @Override
    public List<String> touches() {
        return List.of(roleId);
    }
}
