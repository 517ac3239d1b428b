package io.claviger.policy.reference;

import io.claviger.policy.document.Condition;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Term;
import io.claviger.policy.request.ContextValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a statement is about a request, whoever asks. */
final class ReferenceStatements {

    private ReferenceStatements() {}

    static boolean matches(
            PolicyDocument policy,
            Statement statement,
            String action,
            String resource,
            Map<String, ContextValue> context) {
        // Policies without a version, or with the older one, have no variables.
        boolean variables = policy.version().hasVariables();
        return actionMatches(statement, action)
                && resourceMatches(policy.type(), statement, variables, resource, context)
                && conditionsHold(statement, variables, context);
    }

    private static boolean actionMatches(Statement statement, String action) {
        boolean listed = false;
        for (Term term : statement.actions().terms()) {
            var pattern = Symbol.expand(Letters.lower(term.text()), false, Map.of());
            listed |= Symbol.like(pattern.orElseThrow(), Letters.lower(action));
        }
        return listed != statement.actions().excluding();
    }

    private static boolean resourceMatches(
            PolicyType type,
            Statement statement,
            boolean variables,
            String resource,
            Map<String, ContextValue> context) {
        if (type == PolicyType.TRUST) {
            return true; // it is about its role, and names no resource
        }
        // Half an ARN stands for what begins so; in a resource's own policy only where it widens a denial or narrows a
        // grant.
        boolean denying = statement.effect() == Effect.DENY;
        boolean halves =
                type != PolicyType.RESOURCE || denying != statement.resources().excluding();
        boolean listed = false;
        boolean unknown = false;
        for (Term term : statement.resources().terms()) {
            Optional<List<Symbol>> pattern = Symbol.expand(term.text(), variables, context);
            unknown |= pattern.isEmpty();
            listed |= pattern.isPresent() && ReferenceResources.matches(pattern.get(), resource, halves);
        }
        if (!statement.resources().excluding()) {
            return listed;
        }
        return !listed && (!unknown || statement.effect() == Effect.DENY);
    }

    private static boolean conditionsHold(Statement statement, boolean variables, Map<String, ContextValue> context) {
        for (Condition condition : statement.conditions()) {
            if (!ReferenceConditions.holds(condition, variables, statement.effect() == Effect.DENY, context)) {
                return false;
            }
        }
        return true;
    }
}
