package io.claviger.policy;

import io.claviger.policy.Decision.ExplicitlyDenied;
import io.claviger.policy.Decision.ImplicitlyDenied;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the policies that bound what one principal may do. A request is allowed if no statement of any of them denies it,
 * and if one of the identity policies, the boundary if there is one, and one of the session policies if there is a session
 * with policies, allow it. Immutable, and safe for use by many threads. A decision allocates nothing, unless a denial, a
 * variable, or an operator of numbers, dates, addresses or bytes takes part in it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class PrincipalPolicies {

    private static final Decision NO_IDENTITY = new ImplicitlyDenied(PolicyType.IDENTITY);
    private static final Decision NO_BOUNDARY = new ImplicitlyDenied(PolicyType.PERMISSIONS_BOUNDARY);
    private static final Decision NO_SESSION = new ImplicitlyDenied(PolicyType.SESSION);

    private final PolicyLayer identity;
    private final @Nullable PolicyLayer boundary;
    private final @Nullable PolicyLayer session;

    private PrincipalPolicies(PolicyLayer identity, @Nullable PolicyLayer boundary, @Nullable PolicyLayer session) {
        this.identity = identity;
        this.boundary = boundary;
        this.session = session;
    }

    /**
     * Brings a principal's policies together.
     *
     * @param identity the policies attached to the principal and to its groups, inline and managed; without any, nothing
     *     is allowed
     * @param boundary its permissions boundary
     * @param session the policies passed when the session was made; null if none were passed, and then the session is not
     *     bounded by any; an empty list allows nothing
     */
    public static PrincipalPolicies of(
            List<CompiledPolicy> identity, @Nullable CompiledPolicy boundary, @Nullable List<CompiledPolicy> session) {
        return new PrincipalPolicies(
                new PolicyLayer(identity),
                boundary == null ? null : new PolicyLayer(List.of(boundary)),
                session == null ? null : new PolicyLayer(session));
    }

    /** Decides a request. */
    public Decision decide(AuthorizationRequest request) {
        String action = request.action();
        int service = ActionIndex.serviceLength(action);
        int serviceHash = FoldedTable.hash(action, service);
        int actionHash = FoldedTable.hash(action, action.length());
        Decision denied = denied(request, service, serviceHash, actionHash);
        if (denied != null) {
            return denied;
        }
        CompiledStatement allowed = identity.allowance(request, service, serviceHash, actionHash);
        if (allowed == null) {
            return NO_IDENTITY;
        }
        if (boundary != null && boundary.allowance(request, service, serviceHash, actionHash) == null) {
            return NO_BOUNDARY;
        }
        if (session != null && session.allowance(request, service, serviceHash, actionHash) == null) {
            return NO_SESSION;
        }
        return allowed.allowed;
    }

    private @Nullable Decision denied(AuthorizationRequest request, int service, int serviceHash, int actionHash) {
        CompiledStatement found = identity.denial(request, service, serviceHash, actionHash);
        if (found != null) {
            return new ExplicitlyDenied(found.identity, PolicyType.IDENTITY);
        }
        found = boundary == null ? null : boundary.denial(request, service, serviceHash, actionHash);
        if (found != null) {
            return new ExplicitlyDenied(found.identity, PolicyType.PERMISSIONS_BOUNDARY);
        }
        found = session == null ? null : session.denial(request, service, serviceHash, actionHash);
        return found == null ? null : new ExplicitlyDenied(found.identity, PolicyType.SESSION);
    }
}
