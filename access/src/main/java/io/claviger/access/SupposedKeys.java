package io.claviger.access;

import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.RequestContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of a request that is only supposed. It has the keys that are given, and those that the principal brings
 * to every request. It has none of those that say how a request came, such as the address.
 *
 * @param given by their lower-case names; they count for more
 */
public record SupposedKeys(Principal principal, Map<String, ContextValue> given) implements RequestContext {

    /** Copies the keys. */
    public SupposedKeys {
        given = Map.copyOf(given);
    }

    @Override
    public @Nullable ContextValue value(String key) {
        ContextValue value = given.get(key);
        return value == null ? PrincipalKeys.value(principal, key) : value;
    }
}
