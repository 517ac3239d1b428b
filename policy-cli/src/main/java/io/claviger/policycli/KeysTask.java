package io.claviger.policycli;

import io.claviger.policy.catalog.ConditionKey;
import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.document.ContextKeys;
import io.claviger.policycli.Table.Column;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code claviger policy keys}: on which condition keys do the decisions of policies depend. */
final class KeysTask {

    static final Task TASK = new Task(
            "keys",
            "Lists the condition keys that policies refer to, one a line.",
            "FILE... [options]",
            List.of("Those are the keys of conditions and of policy variables. A FILE of - is standard input."),
            List.of("keys alice.json", "keys --type trust --long role.json"),
            "a file with a policy",
            List.of(
                    PolicyKind.option(),
                    Given.flag("long", "Show the type of each key's values, as a table"),
                    Catalogs.option(),
                    Given.json()),
            KeysTask::run);

    private KeysTask() {}

    private static int run(Given given, Screen screen, Sources sources) {
        List<String> files = given.operands();
        PolicyKind kind = PolicyKind.of(given);
        ServiceCatalog catalog = Catalogs.read(given, sources, screen);
        Policies policies = new Policies(sources, screen);
        Map<String, String> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String file : files) {
            for (String key : ContextKeys.of(policies.document(file, kind.type()))) {
                keys.putIfAbsent(key, type(catalog.conditionKey(key)));
            }
        }
        screen.print(given.has("json") ? json(keys) : given.has("long") ? table(keys, screen) : lines(keys));
        return 0;
    }

    private static String type(@Nullable ConditionKey key) {
        return key == null ? "" : key.typeTitle();
    }

    private static String lines(Map<String, String> keys) {
        StringBuilder text = new StringBuilder();
        keys.keySet().forEach(key -> text.append(key).append('\n'));
        return text.toString();
    }

    private static String table(Map<String, String> keys, Screen screen) {
        if (keys.isEmpty()) {
            return "";
        }
        Table table = new Table(screen, Column.left("KEY"), Column.left("TYPE"));
        keys.forEach((key, type) -> table.row(null, key, type.isEmpty() ? "unknown" : type));
        return table.text();
    }

    private static String json(Map<String, String> keys) {
        return Json.object(json -> Json.objects(json, "keys", List.copyOf(keys.entrySet()), entry -> {
            json.writeStringProperty("key", entry.getKey());
            Json.text(json, "type", entry.getValue().isEmpty() ? null : entry.getValue());
        }));
    }
}
