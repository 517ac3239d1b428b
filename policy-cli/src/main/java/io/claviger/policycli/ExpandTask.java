package io.claviger.policycli;

import io.claviger.policy.catalog.Action;
import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policycli.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code claviger policy expand}: which actions does a pattern stand for. */
final class ExpandTask {

    static final Task TASK = new Task(
            "expand",
            "Lists the actions that patterns of policies stand for, one a line.",
            "PATTERN... [options]",
            List.of("The exit status is 1 if a pattern stands for no action."),
            List.of("expand 's3:Get*'", "expand --long 'sqs:*' iam:PassRole"),
            "a pattern such as 's3:Get*'",
            List.of(
                    Given.flag("long", "Show what each action does and on what, as a table"),
                    Catalogs.option(),
                    Given.json()),
            ExpandTask::run);

    private ExpandTask() {}

    private static int run(Given given, Screen screen, Sources sources) {
        List<String> patterns = given.operands();
        ServiceCatalog catalog = Catalogs.read(given, sources, screen);
        Map<String, Action> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<String> unknown = new ArrayList<>();
        for (String pattern : patterns) {
            List<Action> matching = catalog.matching(pattern);
            matching.forEach(action -> found.put(action.qualifiedName(), action));
            if (matching.isEmpty()) {
                unknown.add(pattern);
            }
        }
        List<Action> actions = List.copyOf(found.values());
        screen.print(
                given.has("json")
                        ? json(actions, unknown)
                        : given.has("long") ? table(actions, screen) : lines(actions));
        unknown.forEach(pattern -> screen.hint(
                "claviger: " + pattern + " stands for no action" + ActionHints.didYouMean(similar(pattern, catalog))));
        return unknown.isEmpty() ? 0 : 1;
    }

    private static List<String> similar(String pattern, ServiceCatalog catalog) {
        List<String> actions = catalog.similarActions(pattern);
        if (!actions.isEmpty()) {
            return actions;
        }
        int colon = pattern.indexOf(':');
        if (colon < 0) {
            return List.of(pattern + ":*");
        }
        String prefix = pattern.substring(0, colon);
        return catalog.service(prefix) != null
                ? List.of()
                : catalog.similarServices(prefix).stream()
                        .map(service -> service + pattern.substring(colon))
                        .toList();
    }

    private static String lines(List<Action> actions) {
        StringBuilder text = new StringBuilder();
        actions.forEach(action -> text.append(action.qualifiedName()).append('\n'));
        return text.toString();
    }

    private static String table(List<Action> actions, Screen screen) {
        if (actions.isEmpty()) {
            return "";
        }
        Table table = new Table(screen, Column.left("ACTION"), Column.left("ACCESS LEVEL"), Column.left("RESOURCES"));
        for (Action action : actions) {
            String resources = action.resources().stream()
                    .map(resource -> resource.type().name() + (resource.required() ? "" : " (optional)"))
                    .collect(Collectors.joining(", "));
            table.row(
                    null,
                    action.qualifiedName(),
                    String.join(", ", ActionLevels.of(action)),
                    resources.isEmpty() ? "*" : resources);
        }
        return table.text();
    }

    private static String json(List<Action> actions, List<String> unknown) {
        return Json.object(json -> {
            Json.objects(json, "actions", actions, action -> {
                json.writeStringProperty("action", action.qualifiedName());
                Json.texts(json, "accessLevels", ActionLevels.of(action));
                Json.objects(json, "resourceTypes", action.resources(), resource -> {
                    json.writeStringProperty("name", resource.type().name());
                    json.writeStringProperty("arn", resource.type().arn());
                    json.writeBooleanProperty("required", resource.required());
                });
                Json.texts(
                        json,
                        "conditionKeys",
                        action.conditionKeys().stream().map(key -> key.name()).toList());
            });
            Json.texts(json, "unknown", unknown);
        });
    }
}
