package io.claviger.policycli;

import io.claviger.policy.catalog.ConditionKey;
import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.ContextValue.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Condition keys as the command line gives them. */
final class ContextArguments {

    private ContextArguments() {}

    /**
     * The keys of {@code --context-file} and over them those of {@code --context}, {@code key=value} each. A key that is
     * given again has several values; one that can have several always has a list of them.
     *
     * @return values by key, of which none differ in case only
     * @throws NoAnswer when they cannot be read
     */
    static Map<String, ContextValue> read(Given given, Sources sources, Screen screen, ServiceCatalog catalog) {
        Map<String, ContextValue> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given.text("context-file")
                .ifPresent(file -> ContextFile.read(sources.read(file), screen).forEach((key, value) -> {
                    if (keys.put(key, value) != null) {
                        throw NoAnswer.unusable(file + " has two condition keys that differ in case only: " + key);
                    }
                }));
        byKey(given.texts("context")).forEach((key, values) -> keys.put(key, value(key, values, catalog)));
        return keys;
    }

    private static Map<String, List<String>> byKey(List<String> pairs) {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw NoAnswer.misused(
                        "--context " + pair + " has no value: the form is key=value, as in" + " aws:username=alice");
            }
            values.computeIfAbsent(pair.substring(0, equals), _ -> new ArrayList<>())
                    .add(pair.substring(equals + 1));
        }
        return values;
    }

    private static ContextValue value(String key, List<String> values, ServiceCatalog catalog) {
        if (values.size() > 1) {
            return new Texts(values);
        }
        ConditionKey known = catalog.conditionKey(key);
        return known != null && known.multivalued() ? new Texts(values) : new Text(values.getFirst());
    }
}
