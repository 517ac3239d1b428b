package io.claviger.policy.decision;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.compile.CompiledStatement;
import io.claviger.policy.compile.ControlLevels;
import io.claviger.policy.compile.PolicyLayer;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the policies that bound what one principal may do. Immutable, and safe for use by many threads. A decision allocates
 * nothing, unless a denial, a variable after a wildcard, or an operator of numbers, dates, addresses or bytes takes part in
 * it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class PrincipalPolicies {

    private static final Decision NO_CONTROL = new ImplicitlyDenied(PolicyType.SERVICE_CONTROL);
    private static final Decision NO_IDENTITY = new ImplicitlyDenied(PolicyType.IDENTITY);
    private static final Decision NO_BOUNDARY = new ImplicitlyDenied(PolicyType.PERMISSIONS_BOUNDARY);
    private static final Decision NO_SESSION = new ImplicitlyDenied(PolicyType.SESSION);
    private static final PrincipalPolicies NONE = of(List.of(), null, null);

    private final ControlLevels controls;
    private final PolicyLayer identity;
    private final @Nullable PolicyLayer boundary;
    private final @Nullable PolicyLayer session;

    private PrincipalPolicies(
            ControlLevels controls,
            PolicyLayer identity,
            @Nullable PolicyLayer boundary,
            @Nullable PolicyLayer session) {
        this.controls = controls;
        this.identity = identity;
        this.boundary = boundary;
        this.session = session;
    }

    /** No policies: what a service has, an identity provider's user before it is a session, and an anonymous caller. */
    public static PrincipalPolicies none() {
        return NONE;
    }

    /**
     * Brings together the policies of a principal whose account is in no organization, or manages it.
     *
     * @param identity the policies attached to the principal and to its groups, inline and managed; without any, nothing
     *     is allowed
     * @param boundary its permissions boundary
     * @param session the policies passed when the session was made; null if none were passed, and then the session is not
     *     bounded by any; an empty list allows nothing
     * @throws IllegalArgumentException if a policy names principals
     */
    public static PrincipalPolicies of(
            List<CompiledPolicy> identity, @Nullable CompiledPolicy boundary, @Nullable List<CompiledPolicy> session) {
        return of(identity, boundary, session, List.of());
    }

    /**
     * Brings a principal's policies together.
     *
     * @param identity the policies attached to the principal and to its groups, inline and managed; without any, nothing
     *     is allowed
     * @param boundary its permissions boundary
     * @param session the policies passed when the session was made; null if none were passed, and then the session is not
     *     bounded by any; an empty list allows nothing
     * @param controls the service control policies of the organization's root, of every unit on the way, and of the
     *     account, in this order; each must allow; empty if the account is in no organization, or manages it
     * @throws IllegalArgumentException if a policy names principals
     */
    public static PrincipalPolicies of(
            List<CompiledPolicy> identity,
            @Nullable CompiledPolicy boundary,
            @Nullable List<CompiledPolicy> session,
            List<List<CompiledPolicy>> controls) {
        return new PrincipalPolicies(
                new ControlLevels(PolicyType.SERVICE_CONTROL, controls),
                new PolicyLayer(PolicyType.IDENTITY, identity),
                boundary == null ? null : new PolicyLayer(PolicyType.PERMISSIONS_BOUNDARY, List.of(boundary)),
                session == null ? null : new PolicyLayer(PolicyType.SESSION, session));
    }

    /**
     * Decides a request of a user or a role's session for a resource of their own account that has no policy of its own,
     * nor any control policies: the most frequent case of {@link Evaluation#decide}.
     */
    public Decision decide(AuthorizationRequest request) {
        Decision denied = controls.denial(request, null);
        if (denied == null) {
            denied = denial(request);
        }
        if (denied != null) {
            return denied;
        }
        return controls.allow(request, null) ? grant(request) : NO_CONTROL;
    }

    /**
     * How many statements are brought together for this principal alone, at about 100 bytes each. Usually none: compiled
     * policies are shared by all principals. Whoever keeps many principals bounds their memory by it.
     */
    public int ownStatements() {
        return identity.merged() + (session == null ? 0 : session.merged());
    }

    ControlLevels controls() {
        return controls;
    }

    PolicyLayer identity() {
        return identity;
    }

    @Nullable
    PolicyLayer boundary() {
        return boundary;
    }

    @Nullable
    PolicyLayer session() {
        return session;
    }

    /** The denial by a statement of identity policies, boundary or session policies. */
    @Nullable
    Decision denial(AuthorizationRequest request) {
        Decision denied = identity.denial(request, null);
        if (denied == null && boundary != null) {
            denied = boundary.denial(request, null);
        }
        return denied == null ? sessionDenial(request) : denied;
    }

    @Nullable
    Decision sessionDenial(AuthorizationRequest request) {
        return session == null ? null : session.denial(request, null);
    }

    /** Whether identity policies, boundary and session policies all allow; denials are looked for elsewhere. */
    Decision grant(AuthorizationRequest request) {
        CompiledStatement allowed = identity.allowance(request, null);
        if (allowed == null) {
            return NO_IDENTITY;
        }
        Decision missing = bound(request);
        return missing == null ? allowed.allowed() : missing;
    }

    /** Which of boundary and session policies does not allow; null if each of them that is set does. */
    @Nullable
    Decision bound(AuthorizationRequest request) {
        return boundary != null && boundary.allowance(request, null) == null ? NO_BOUNDARY : sessionBound(request);
    }

    @Nullable
    Decision sessionBound(AuthorizationRequest request) {
        return session != null && session.allowance(request, null) == null ? NO_SESSION : null;
    }
}
