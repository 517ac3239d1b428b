package io.claviger.policy.validation;

import io.claviger.policy.catalog.Action;
import io.claviger.policy.catalog.Service;
import io.claviger.policy.pattern.Glob;
import io.claviger.policy.validation.StatementView.Choice;
import java.util.List;

/** Whether the actions exist, and can be allowed where the policy is attached. */
final class ActionChecks implements StatementChecks {

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Choice actions = statement.actions();
        if (actions == null) {
            return;
        }
        for (Node action : actions.texts()) {
            if (action.text().equals("*") || action.text().contains("${")) {
                continue;
            }
            if (exists(action, scope) && !actions.not()) {
                supported(action, scope);
            }
        }
    }

    private static boolean exists(Node node, Scope scope) {
        String text = node.text();
        int colon = text.indexOf(':');
        if (colon < 0) {
            unknown(node, scope);
            return false;
        }
        String prefix = text.substring(0, colon);
        String name = text.substring(colon + 1);
        if (wild(prefix)) {
            scope.report()
                    .add(
                            Check.WILDCARD_IN_SERVICE_NAME,
                            "Avoid using wildcards (*, ?) in the service name because it might grant unintended access to"
                                    + " other AWS services with similar names.",
                            node.location());
            return false;
        }
        Service service = scope.catalog().service(prefix);
        if (service == null) {
            List<String> similar = scope.catalog().similarServices(prefix);
            scope.report()
                    .add(
                            Check.INVALID_SERVICE_IN_ACTION,
                            "The service " + prefix + " specified in the action does not exist." + didYouMean(similar),
                            node.location());
            return false;
        }
        boolean found = wild(name) ? matchesSome(service, name) : service.action(name) != null;
        if (!found) {
            unknown(node, scope);
        }
        return found;
    }

    private static boolean matchesSome(Service service, String pattern) {
        Glob glob = Glob.ignoringCase(pattern);
        return service.actions().stream().anyMatch(action -> glob.matches(action.name()));
    }

    private static void unknown(Node node, Scope scope) {
        List<String> similar = wild(node.text()) ? List.of() : scope.catalog().similarActions(node.text());
        scope.report()
                .add(
                        Check.INVALID_ACTION,
                        "The action " + node.text() + " does not exist." + didYouMean(similar),
                        node.location());
    }

    private static void supported(Node node, Scope scope) {
        ResourceKind kind = scope.kind();
        if (kind == null) {
            return;
        }
        String text = node.text();
        boolean service = text.substring(0, text.indexOf(':')).equalsIgnoreCase(kind.service());
        Action action = scope.catalog().action(text);
        boolean type = action == null
                || kind.types().isEmpty()
                || action.resources().stream()
                        .anyMatch(resource ->
                                kind.types().contains(resource.type().name()));
        if (!service || !type) {
            scope.report()
                    .add(
                            Check.UNSUPPORTED_ACTION_IN_POLICY,
                            "The action " + text + " is not supported for the resource-based policy attached to the"
                                    + " resource type " + kind.title() + '.',
                            node.location());
        }
    }

    static boolean wild(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** The end of a message that names what may have been meant; empty if that is not known. */
    static String didYouMean(List<String> names) {
        return names.isEmpty() ? "" : " Did you mean " + String.join(" or ", names) + '?';
    }
}
