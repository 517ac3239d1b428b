package io.claviger.policy.catalog;

import io.claviger.policy.pattern.AsciiCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service and all that policies can name of it. Immutable, and safe for use by many threads. */
public final class Service {

    private final String prefix;
    private final String name;
    private final boolean boundByResourceControl;
    private final List<Action> actions;
    private final List<ResourceType> resourceTypes;
    private final List<ConditionKey> conditionKeys;
    private final Map<String, Action> actionsByName = new HashMap<>();
    private final Map<String, ConditionKey> keysByName = new HashMap<>();

    Service(
            String prefix,
            String name,
            boolean boundByResourceControl,
            List<Action> actions,
            List<ResourceType> resourceTypes,
            List<ConditionKey> conditionKeys) {
        this.prefix = prefix;
        this.name = name;
        this.boundByResourceControl = boundByResourceControl;
        this.actions = List.copyOf(actions);
        this.resourceTypes = List.copyOf(resourceTypes);
        this.conditionKeys = List.copyOf(conditionKeys);
        for (Action action : actions) {
            actionsByName.put(AsciiCase.lower(action.name()), action);
        }
        for (ConditionKey key : conditionKeys) {
            keysByName.put(AsciiCase.lower(key.name()), key);
        }
    }

    /** What stands before the colon of its actions, in lower case. */
    public String prefix() {
        return prefix;
    }

    /** Its name, for a person. */
    public String name() {
        return name;
    }

    /** Whether resource control policies apply to its resources. */
    public boolean boundByResourceControl() {
        return boundByResourceControl;
    }

    /** Its actions, sorted by name without regard to case. */
    public List<Action> actions() {
        return actions;
    }

    /** Its types of resources. */
    public List<ResourceType> resourceTypes() {
        return resourceTypes;
    }

    /** The keys that requests to it can have; global keys only where it says that it fills them. */
    public List<ConditionKey> conditionKeys() {
        return conditionKeys;
    }

    /** The action of that name without the prefix, in any case of letters; null if there is none. */
    public @Nullable Action action(String action) {
        return actionsByName.get(AsciiCase.lower(action));
    }

    /** The key as a policy writes it, in any case of letters; null if there is none. */
    public @Nullable ConditionKey conditionKey(String key) {
        ConditionKey exact = keysByName.get(AsciiCase.lower(key));
        if (exact != null) {
            return exact;
        }
        for (ConditionKey candidate : conditionKeys) {
            if (candidate.patterned() && candidate.matches(key)) {
                return candidate;
            }
        }
        return null;
    }

    /** The prefix. */
    @Override
    public String toString() {
        return prefix;
    }
}
