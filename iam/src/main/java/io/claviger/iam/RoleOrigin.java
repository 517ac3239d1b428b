package io.claviger.iam;

import java.util.List;

/**
 * The template that a role was made of. It goes with the role.
 *
 * @param roleId the unique ID of the role
 * @param templateArn the template's ARN, with its major version
 * @param fingerprint tells what the template's values made of the role from what others would have
 */
public record RoleOrigin(String accountId, String roleId, String templateArn, int minorVersion, String fingerprint)
        implements Entity {

    @Override
    public List<String> touches() {
        return List.of(roleId);
    }
}
