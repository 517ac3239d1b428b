package io.claviger.iam;

import java.util.List;

/**
 * A setting of an account that has its own name.
 *
 * @param name in two parts, such as {@code RoleManager/Enabled}
 */
public record AccountProperty(String accountId, String name, String value) implements Entity {

    @Override
    public List<String> touches() {
        return List.of(accountId);
    }
}
