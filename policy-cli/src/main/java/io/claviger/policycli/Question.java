package io.claviger.policycli;

import io.claviger.policy.decision.Evaluation;
import io.claviger.policy.decision.Explanation;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.decision.ResourcePolicies;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.MapContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * May somebody do something? Immutable.
 *
 * @param principal who
 * @param policies the caller's policies
 * @param resourcePolicies those of the resource; null if it is in the account of the caller, and has none
 * @param action what
 * @param resource an ARN, or {@code *}
 * @param keys the condition keys
 */
record Question(
        PrincipalArgument principal,
        PrincipalPolicies policies,
        @Nullable ResourcePolicies resourcePolicies,
        String action,
        String resource,
        Map<String, ContextValue> keys) {

    /** The decision, and what every statement had to do with it. */
    Explanation explained() {
        return Evaluation.explain(
                principal.requester(),
                policies,
                resourcePolicies,
                new AuthorizationRequest(action, resource, MapContext.of(keys)));
    }

    /** The resource as a denial names it; null if there is none. */
    @Nullable
    String namedResource() {
        return resource.equals("*") ? null : resource;
    }
}
