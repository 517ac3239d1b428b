package io.claviger.policy.validation;

import io.claviger.policy.catalog.Action;
import io.claviger.policy.catalog.ActionResource;
import io.claviger.policy.catalog.ConditionKey;
import io.claviger.policy.condition.OperatorKind;
import io.claviger.policy.pattern.Glob;
import io.claviger.policy.validation.StatementView.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keys of services with actions whose requests never have them. */
final class KeySupportChecks implements StatementChecks {

    /** Keys whose values a request brings only if its caller may do one thing more. */
    private static final Map<String, String> SET_BY =
            Map.of("sts:SourceIdentity", "sts:SetSourceIdentity", "sts:TransitiveTagKeys", "sts:TagSession");

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Choice actions = statement.actions();
        if (actions == null || actions.not()) {
            return;
        }
        for (ConditionView condition : statement.conditions()) {
            if (!condition.ifExists() && !condition.is(OperatorKind.NULL) && !condition.under("aws:")) {
                ConditionKey key = scope.catalog().conditionKey(condition.key());
                if (key != null && !scope.catalog().globalKeys().contains(key)) {
                    unsupported(actions, condition, key, scope);
                }
            }
            missing(statement, actions, condition, scope);
        }
    }

    private static void unsupported(Choice actions, ConditionView condition, ConditionKey key, Scope scope) {
        List<Node> without = new ArrayList<>();
        for (Node node : actions.texts()) {
            Action action =
                    ActionChecks.wild(node.text()) ? null : scope.catalog().action(node.text());
            if (action != null && !supports(action, key)) {
                without.add(node);
            }
        }
        if (without.isEmpty()) {
            return;
        }
        String names = without.stream().map(Node::text).collect(Collectors.joining(", "));
        List<Location> places =
                new ArrayList<>(without.stream().map(Node::location).toList());
        places.add(condition.value().location());
        scope.report()
                .add(
                        Check.UNSUPPORTED_ACTION_FOR_CONDITION_KEY,
                        "The following actions: " + names + " are not supported by the condition key " + condition.key()
                                + ". The condition will not be evaluated for these actions. We recommend that you move"
                                + " these actions to a different statement without this condition key.",
                        places);
    }

    static boolean supports(Action action, ConditionKey key) {
        return action.conditionKeys().contains(key)
                || action.resources().stream().anyMatch(resource -> supports(resource, key));
    }

    private static boolean supports(ActionResource resource, ConditionKey key) {
        return resource.conditionKeys().contains(key)
                || resource.type().conditionKeys().contains(key);
    }

    private static void missing(StatementView statement, Choice actions, ConditionView condition, Scope scope) {
        SET_BY.forEach((key, setter) -> {
            boolean set = actions.texts().stream()
                    .anyMatch(action -> Glob.ignoringCase(action.text()).matches(setter));
            if (condition.on(key) && !condition.is(OperatorKind.NULL) && statement.allows() && !set) {
                scope.report()
                        .add(
                                Check.MISSING_ACTION_FOR_CONDITION_KEY,
                                "The " + setter + " action must be in the action block to allow setting values for the"
                                        + " condition key " + condition.key() + ". Add " + setter
                                        + " to the action block.",
                                condition.keyLocation());
            }
        });
    }
}
