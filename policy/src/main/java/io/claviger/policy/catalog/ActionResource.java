package io.claviger.policy.catalog;

import java.util.List;

/**
 * A type of resource that an action acts on. Immutable.
 *
 * @param type the type
 * @param required whether every call acts on such a resource
 * @param conditionKeys the keys by which the action on this type can be limited, besides the type's own
 */
public record ActionResource(ResourceType type, boolean required, List<ConditionKey> conditionKeys) {

    /** Copies the list of keys. */
    public ActionResource {
        conditionKeys = List.copyOf(conditionKeys);
    }
}
