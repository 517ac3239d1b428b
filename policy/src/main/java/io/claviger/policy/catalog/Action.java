package io.claviger.policy.catalog;

import java.util.List;
import java.util.Set;

/**
 * An action of a service. Immutable.
 *
 * @param service the prefix of its service
 * @param name its name without the prefix, spelled as AWS does
 * @param levels what it does; tagging and permissions management are also writing
 * @param resources the types of resources that it acts on; empty if it takes none, and a policy must name {@code *}
 * @param conditionKeys the keys by which the action can be limited, global keys and those of the resources aside
 * @param dependentActions the further actions that a caller must be allowed, with their prefixes; the data about AWS's
 *     services names none at present
 */
public record Action(
        String service,
        String name,
        Set<AccessLevel> levels,
        List<ActionResource> resources,
        List<ConditionKey> conditionKeys,
        List<String> dependentActions) {

    /** Copies the collections. */
    public Action {
        levels = Set.copyOf(levels);
        resources = List.copyOf(resources);
        conditionKeys = List.copyOf(conditionKeys);
        dependentActions = List.copyOf(dependentActions);
    }

    /** The action as policies name it, such as {@code s3:GetObject}. */
    public String qualifiedName() {
        return service + ':' + name;
    }
}
