package io.claviger.server.policy;

import io.claviger.policy.catalog.ConditionKey;
import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.document.ContextKeys;
import io.claviger.server.policy.Table.Column;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** {@code claviger policy keys}: on which condition keys do the decisions of policies depend. */
final class KeysTask implements Task {

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public String summary() {
        return "Lists the condition keys that policies refer to, one a line.";
    }

    @Override
    public String usage() {
        return "FILE... [options]";
    }

    @Override
    public List<String> details() {
        return List.of("Those are the keys of conditions and of policy variables. A FILE of - is standard input.");
    }

    @Override
    public List<String> examples() {
        return List.of("keys alice.json", "keys --type trust --long role.json");
    }

    @Override
    public Options options() {
        return Given.options(List.of(
                Given.value("type", "TYPE", PolicyKind.CHOICE),
                Given.flag("long", "Tell the type of each key's values, as a table"),
                Catalogs.option(),
                Given.flag("json", "Answer in JSON"),
                Given.flag("help", "Shows this")));
    }

    @Override
    public boolean takesOperands() {
        return true;
    }

    @Override
    public int run(Given given, Screen screen, Sources sources) {
        List<String> files = given.operands("a file with a policy");
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
