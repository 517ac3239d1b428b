package io.claviger.policy.request;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request context that is a map. Immutable. */
public final class MapContext implements RequestContext {

    private static final MapContext EMPTY = new MapContext(Map.of());

    private final Map<String, ContextValue> values;

    private MapContext(Map<String, ContextValue> values) {
        this.values = values;
    }

    /** A context without any keys. */
    public static MapContext empty() {
        return EMPTY;
    }

    /**
     * A context with the given keys.
     *
     * @param values values by key, in any case
     * @throws IllegalArgumentException if two keys differ in case only
     */
    public static MapContext of(Map<String, ? extends ContextValue> values) {
        Map<String, ContextValue> lower = new HashMap<>();
        values.forEach((key, value) -> {
            if (lower.put(key.toLowerCase(Locale.ROOT), value) != null) {
                throw new IllegalArgumentException("two keys differ in case only: " + key);
            }
        });
        return new MapContext(Map.copyOf(lower));
    }

    @Override
    public @Nullable ContextValue value(String key) {
        return values.get(key);
    }
}
