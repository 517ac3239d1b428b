package io.claviger.access;

import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.RequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of one decision: what the server knows of the request, the principal, the session and the resource.
 * A value is made when a policy asks for it. For one thread and one decision.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global
 *     condition context keys</a>
 */
final class ConditionKeys implements RequestContext {

    /** A request can bring a second factor that the caller's session does not have. */
    private static final String SECOND_FACTOR = "aws:multifactorauth";

    private final Caller caller;
    private final Circumstances circumstances;
    private final Resource resource;

    ConditionKeys(Caller caller, Circumstances circumstances, Resource resource) {
        this.caller = caller;
        this.circumstances = circumstances;
        this.resource = resource;
    }

    @Override
    public @Nullable ContextValue value(String key) {
        if (key.startsWith(SECOND_FACTOR) && resource.keys().containsKey(key)) {
            return resource.keys().get(key);
        }
        ContextValue value = RequestKeys.value(circumstances, key);
        if (value == null) {
            value = PrincipalKeys.value(caller.principal(), key);
        }
        if (value == null) {
            value = SessionKeys.value(caller.credential(), circumstances.time(), key);
        }
        return value == null ? ResourceKeys.value(resource, key) : value;
    }
}
