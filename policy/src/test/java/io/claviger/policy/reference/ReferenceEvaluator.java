package io.claviger.policy.reference;

import io.claviger.policy.Condition;
import io.claviger.policy.ContextValue;
import io.claviger.policy.Effect;
import io.claviger.policy.LanguageVersion;
import io.claviger.policy.PolicyDocument;
import io.claviger.policy.PolicyType;
import io.claviger.policy.Statement;
import io.claviger.policy.Term;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides requests by looking at every statement of every policy. */
public final class ReferenceEvaluator {

    private ReferenceEvaluator() {}

    /**
     * Decides a request.
     *
     * @param layers the policies by the layer they stand in; a layer that does not apply is missing
     * @param context values by key in lower case
     * @return {@code Allow}, {@code Deny:LAYER} or {@code Implicit:LAYER}
     */
    public static String decide(
            Map<PolicyType, List<PolicyDocument>> layers,
            String action,
            String resource,
            Map<String, ContextValue> context) {
        for (PolicyType layer : PolicyType.values()) {
            if (matches(layers.get(layer), Effect.DENY, action, resource, context)) {
                return "Deny:" + layer;
            }
        }
        for (PolicyType layer : PolicyType.values()) {
            if (layers.containsKey(layer) && !matches(layers.get(layer), Effect.ALLOW, action, resource, context)) {
                return "Implicit:" + layer;
            }
        }
        return "Allow";
    }

    private static boolean matches(
            @Nullable List<PolicyDocument> policies,
            Effect effect,
            String action,
            String resource,
            Map<String, ContextValue> context) {
        if (policies == null) {
            return false;
        }
        for (PolicyDocument policy : policies) {
            boolean variables = policy.version() == LanguageVersion.V2012_10_17;
            for (Statement statement : policy.statements()) {
                if (statement.effect() == effect
                        && actionMatches(statement, action)
                        && resourceMatches(statement, variables, resource, context)
                        && conditionsHold(statement, variables, context)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean actionMatches(Statement statement, String action) {
        boolean listed = false;
        for (Term term : statement.actions().terms()) {
            var pattern = Symbol.expand(term.text().toLowerCase(Locale.ROOT), false, Map.of());
            listed |= Symbol.like(pattern.orElseThrow(), action.toLowerCase(Locale.ROOT));
        }
        return listed != statement.actions().excluding();
    }

    private static boolean resourceMatches(
            Statement statement, boolean variables, String resource, Map<String, ContextValue> context) {
        boolean listed = false;
        boolean unknown = false;
        for (Term term : statement.resources().terms()) {
            Optional<List<Symbol>> pattern = Symbol.expand(term.text(), variables, context);
            unknown |= pattern.isEmpty();
            listed |= pattern.isPresent() && ReferenceResources.matches(pattern.get(), resource);
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
