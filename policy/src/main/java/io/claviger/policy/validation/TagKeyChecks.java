package io.claviger.policy.validation;

import io.claviger.policy.catalog.Service;
import io.claviger.policy.condition.OperatorKind;
import io.claviger.policy.pattern.AsciiCase;
import io.claviger.policy.validation.StatementView.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Tags of resources as conditions on actions of services that do not know them: such a condition never holds. */
final class TagKeyChecks implements StatementChecks {

    private static final String TAG = "aws:ResourceTag/";

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Choice actions = statement.actions();
        if (actions == null || statement.effect() == null) {
            return;
        }
        for (ConditionView condition : statement.conditions()) {
            boolean asked = condition.under(TAG)
                    && !condition.ifExists()
                    && !condition.negated()
                    && !condition.is(OperatorKind.NULL);
            if (asked && actions.not()) {
                complement(statement, actions, condition, scope);
            } else if (asked) {
                listed(statement, actions, condition, scope);
            }
        }
    }

    private static void complement(StatementView statement, Choice actions, ConditionView condition, Scope scope) {
        if (statement.denies()) {
            scope.report()
                    .add(
                            Check.DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE,
                            "Using the effect Deny with NotAction and the tag condition key " + condition.key()
                                    + " can be overly permissive because some service actions are not denied by this"
                                    + " statement. This is because the condition key doesn't apply to some service"
                                    + " actions. We recommend that you use Action instead of NotAction.",
                            actions.element().key(),
                            condition.keyLocation());
        } else {
            scope.report()
                    .add(
                            Check.ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE,
                            "Using the effect Allow with NotAction and the tag condition key " + condition.key()
                                    + " allows only service actions that support the condition key. The condition key"
                                    + " doesn't apply to some service actions. We recommend that you use Action instead"
                                    + " of NotAction.",
                            actions.element().key(),
                            condition.keyLocation());
        }
    }

    private static void listed(StatementView statement, Choice actions, ConditionView condition, Scope scope) {
        TreeSet<String> services = new TreeSet<>();
        List<Location> places = new ArrayList<>();
        for (Node action : actions.texts()) {
            int colon = action.text().indexOf(':');
            String prefix = colon < 0 ? "*" : AsciiCase.lower(action.text().substring(0, colon));
            Service service = ActionChecks.wild(prefix) ? null : scope.catalog().service(prefix);
            if (service != null && service.conditionKey(condition.key()) == null) {
                services.add(prefix);
                places.add(action.location());
            }
        }
        if (services.isEmpty()) {
            return;
        }
        places.add(condition.keyLocation());
        String names = String.join(", ", services);
        if (statement.denies()) {
            scope.report()
                    .add(
                            Check.DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE,
                            "Using the effect Deny with the tag condition key " + condition.key()
                                    + " and actions for services with the following prefixes can be overly permissive: "
                                    + names + ". Actions for the listed services are not denied by this statement. We"
                                    + " recommend that you move these actions to a different statement without this"
                                    + " condition key.",
                            places);
        } else {
            scope.report()
                    .add(
                            Check.ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE,
                            "Using the effect Allow with the tag condition key " + condition.key()
                                    + " and actions for services with the following prefixes does not affect the policy: "
                                    + names + ". Actions for the listed service are not allowed by this statement. We"
                                    + " recommend that you move these actions to a different statement without this"
                                    + " condition key.",
                            places);
        }
    }
}
