package io.claviger.policy.decision;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.compile.CompiledStatement;
import io.claviger.policy.compile.PolicyLayer;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the policies that bound what one principal may do. Immutable, and safe for use by many threads. A decision allocates
 * nothing, unless it is a denial by a statement, or a variable after a wildcard or an operator of numbers, dates, addresses
 * or bytes takes part in it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class PrincipalPolicies {

    private static final PolicyLayer[] UNBOUND = {};
    private static final Decision NO_IDENTITY = new ImplicitlyDenied(PolicyType.IDENTITY);
    private static final PrincipalPolicies NONE = of(List.of(), null, null);

    private final PolicyLayer[] controls;
    private final PolicyLayer[] identity;
    private final PolicyLayer[] boundary;
    private final PolicyLayer[] session;
    private final PolicyLayer[] scopes;
    private final PolicyLayer[] all;

    private PrincipalPolicies(
            PolicyLayer[] controls,
            PolicyLayer[] identity,
            PolicyLayer[] boundary,
            PolicyLayer[] session,
            PolicyLayer[] scopes) {
        this.controls = controls;
        this.identity = identity;
        this.boundary = boundary;
        this.session = session;
        this.scopes = scopes;
        this.all = joined(controls, identity, boundary, session, scopes);
    }

    private static PolicyLayer[] joined(PolicyLayer[]... kinds) {
        List<PolicyLayer> all = new ArrayList<>(kinds.length);
        for (PolicyLayer[] kind : kinds) {
            Collections.addAll(all, kind);
        }
        return all.toArray(PolicyLayer[]::new);
    }

    /** No policies: what services, identity providers' users and anonymous callers have. */
    public static PrincipalPolicies none() {
        return NONE;
    }

    /**
     * Brings together the policies of a principal whose account is in no organization, or manages it.
     *
     * @param identity the policies attached to the principal and to its groups, inline and managed; if empty, nothing is
     *     allowed
     * @param boundary its permissions boundary
     * @param session the policies passed when the session was made; null if none were passed, and then none bind the
     *     session; an empty list allows nothing
     * @throws IllegalArgumentException if a policy names principals
     */
    public static PrincipalPolicies of(
            List<CompiledPolicy> identity, @Nullable CompiledPolicy boundary, @Nullable List<CompiledPolicy> session) {
        return of(identity, boundary, session, List.of());
    }

    /**
     * Brings a principal's policies together.
     *
     * @param identity the policies attached to the principal and to its groups, inline and managed; if empty, nothing is
     *     allowed
     * @param boundary its permissions boundary
     * @param session the policies passed when the session was made; null if none were passed, and then none bind the
     *     session; an empty list allows nothing
     * @param controls the service control policies of the organization's root, of every unit on the way, and of the
     *     account, in this order; each level must allow; empty if the account is in no organization, or manages it
     * @throws IllegalArgumentException if a policy names principals
     */
    public static PrincipalPolicies of(
            List<CompiledPolicy> identity,
            @Nullable CompiledPolicy boundary,
            @Nullable List<CompiledPolicy> session,
            List<List<CompiledPolicy>> controls) {
        return new PrincipalPolicies(
                PolicyLayer.levels(PolicyType.SERVICE_CONTROL, controls),
                PolicyLayer.only(PolicyType.IDENTITY, identity),
                boundary == null ? UNBOUND : PolicyLayer.only(PolicyType.PERMISSIONS_BOUNDARY, List.of(boundary)),
                session == null ? UNBOUND : PolicyLayer.only(PolicyType.SESSION, session),
                UNBOUND);
    }

    /**
     * The same policies, within those passed when a session was made.
     *
     * @param session null if none were passed, and then none bind the session; an empty list allows nothing
     */
    public PrincipalPolicies within(@Nullable List<CompiledPolicy> session) {
        return session == null
                ? this
                : new PrincipalPolicies(
                        controls, identity, boundary, PolicyLayer.only(PolicyType.SESSION, session), scopes);
    }

    /**
     * The same policies for a session that was scoped down. Each of these policies must allow whatever is asked, even what
     * a resource's policy grants to the session.
     *
     * @param scopes policies that the session's holders laid on it, one after another; none for a session that was not
     *     scoped down
     */
    public PrincipalPolicies scopedTo(List<CompiledPolicy> scopes) {
        return new PrincipalPolicies(
                controls,
                identity,
                boundary,
                session,
                PolicyLayer.levels(
                        PolicyType.SESSION, scopes.stream().map(List::of).toList()));
    }

    /**
     * Decides as {@link Evaluation#decide} does if all these policies bind the caller and nothing else does: for a user, or
     * a session of a role that is not linked to a service, and a resource of their account that has no policy of its own
     * nor any control policies. This is the most frequent case, and the shortcut allocates nothing.
     */
    public Decision decide(AuthorizationRequest request) {
        for (PolicyLayer layer : all) {
            Decision denied = layer.denial(request, null);
            if (denied != null) {
                return denied;
            }
        }
        Decision allowed = NO_IDENTITY;
        for (PolicyLayer layer : all) {
            CompiledStatement allowing = layer.allowance(request, null);
            if (allowing == null) {
                return layer.missing();
            }
            if (layer.type() == PolicyType.IDENTITY) {
                allowed = allowing.allowed();
            }
        }
        return allowed;
    }

    /**
     * How many statements are brought together for this principal alone, at about 100 bytes each. Usually none, since all
     * principals share compiled policies. A cache of many principals bounds its memory by this number.
     */
    public int ownStatements() {
        return Arrays.stream(all).mapToInt(PolicyLayer::merged).sum();
    }

    /** The service control policies, a layer for each level. */
    PolicyLayer[] controls() {
        return controls;
    }

    /** The one layer of identity policies. */
    PolicyLayer[] identity() {
        return identity;
    }

    /** The layer of the permissions boundary, if there is one. */
    PolicyLayer[] boundary() {
        return boundary;
    }

    /** The layer of the session policies, if any were passed. */
    PolicyLayer[] session() {
        return session;
    }

    /** A layer for each time that the session was scoped down. */
    PolicyLayer[] scopes() {
        return scopes;
    }

    /** Whether there is a permissions boundary. */
    boolean isBounded() {
        return boundary.length > 0;
    }
}
