package io.claviger.policy.decision;

import io.claviger.policy.compile.Asker;
import io.claviger.policy.compile.CompiledStatement;
import io.claviger.policy.compile.Reach;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import io.claviger.policy.request.Requester;
import io.claviger.policy.request.Requester.FederatedUser;
import io.claviger.policy.request.Requester.RoleSession;
import io.claviger.policy.request.Requester.Root;
import io.claviger.policy.request.Requester.User;
import org.jspecify.annotations.Nullable;

/**
 * The whole decision: who asks, under which policies, for a resource under which policies. Within one account, the
 * principal's policies or the resource's may allow; between two accounts, both must. A statement that denies, in any
 * policy, ends the matter. Stateless, and safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">
 *     Cross-account policy evaluation logic</a>
 */
public final class Evaluation {

    private static final Decision NO_RESOURCE_CONTROL = new ImplicitlyDenied(PolicyType.RESOURCE_CONTROL);
    private static final Decision NO_SERVICE_CONTROL = new ImplicitlyDenied(PolicyType.SERVICE_CONTROL);
    private static final Decision NO_SESSION = new ImplicitlyDenied(PolicyType.SESSION);

    private final Requester requester;
    private final PrincipalPolicies principal;
    private final @Nullable ResourcePolicies resource;
    private final AuthorizationRequest request;
    private final Asker asker;

    private Evaluation(
            Requester requester,
            PrincipalPolicies principal,
            @Nullable ResourcePolicies resource,
            AuthorizationRequest request) {
        this.requester = requester;
        this.principal = principal;
        this.resource = resource;
        this.request = request;
        this.asker = new Asker(requester, principal.boundary() != null, Reach.ACCOUNT);
    }

    /**
     * Decides a request.
     *
     * @param requester who asks
     * @param principal the policies of the one who asks; {@link PrincipalPolicies#none()} for those who have none
     * @param resource the policies of the resource; null if it belongs to the account of the one who asks, and neither has
     *     a policy nor is under control policies, or if the action has no resource
     * @param request what is asked
     */
    public static Decision decide(
            Requester requester,
            PrincipalPolicies principal,
            @Nullable ResourcePolicies resource,
            AuthorizationRequest request) {
        if (resource == null && plain(requester)) {
            return principal.decide(request);
        }
        Evaluation evaluation = new Evaluation(requester, principal, resource, request);
        Decision denied = evaluation.denial();
        return denied == null ? evaluation.grant() : denied;
    }

    /**
     * Decides a request, and tells of every statement whether it matched, or else what did not. Takes a thousand times as
     * long as {@link #decide}.
     *
     * @param requester who asks
     * @param principal the policies of the one who asks
     * @param resource the policies of the resource
     * @param request what is asked
     */
    public static Explanation explain(
            Requester requester,
            PrincipalPolicies principal,
            @Nullable ResourcePolicies resource,
            AuthorizationRequest request) {
        return explain(requester, principal, resource, request, new PolicyTexts());
    }

    /**
     * The same for one of many requests, reading no text again that was read for another: takes a tenth of the time.
     *
     * @param requester who asks
     * @param principal the policies of the one who asks
     * @param resource the policies of the resource
     * @param request what is asked
     * @param texts what was read for other requests; this one adds to it
     */
    public static Explanation explain(
            Requester requester,
            PrincipalPolicies principal,
            @Nullable ResourcePolicies resource,
            AuthorizationRequest request,
            PolicyTexts texts) {
        Evaluation evaluation = new Evaluation(requester, principal, resource, request);
        Explainer explainer = new Explainer(request, evaluation.asker, texts);
        if (resource != null) {
            if (!evaluation.serviceLinked()) {
                explainer.controls(resource.controls());
            }
            explainer.layer(resource.own());
        }
        if (!evaluation.serviceLinked()) {
            explainer.controls(principal.controls());
        }
        if (!evaluation.ofRoot()) {
            explainer.layer(principal.identity());
            explainer.layer(principal.boundary());
        }
        explainer.layer(principal.session());
        return new Explanation(decide(requester, principal, resource, request), explainer.statements());
    }

    /** The first statement that denies, in the order of the documentation. */
    private @Nullable Decision denial() {
        Decision denied = null;
        if (resource != null && !serviceLinked()) {
            denied = resource.controls().denial(request, asker);
        }
        if (denied == null && !serviceLinked()) {
            denied = principal.controls().denial(request, asker);
        }
        if (denied == null && resource != null) {
            denied = resource.own().denial(request, asker);
        }
        if (denied == null) {
            denied = ofRoot() ? principal.sessionDenial(request) : principal.denial(request);
        }
        return denied;
    }

    private Decision grant() {
        if (resource != null && !serviceLinked() && !resource.controls().allow(request, asker)) {
            return NO_RESOURCE_CONTROL;
        }
        if (!serviceLinked() && !principal.controls().allow(request, asker)) {
            return NO_SERVICE_CONTROL;
        }
        String account = requester.accountId();
        if (resource == null) {
            return account == null ? new ImplicitlyDenied(PolicyType.RESOURCE) : principalGrant(null);
        }
        CompiledStatement direct = resource.grant(request, asker.atLeast(Reach.DIRECT));
        if (account == null) {
            return direct == null ? resource.missing() : direct.allowed();
        }
        return account.equals(resource.accountId())
                ? withinAccount(resource, direct)
                : acrossAccounts(resource, direct);
    }

    private Decision withinAccount(ResourcePolicies resource, @Nullable CompiledStatement direct) {
        if (direct != null && !(requester instanceof Root)) {
            return direct.allowed();
        }
        CompiledStatement ofSession = resource.grant(request, asker.atLeast(Reach.SESSION_OF));
        if (ofSession != null) {
            Decision missing = bound();
            return missing == null ? ofSession.allowed() : missing;
        }
        if (resource.explicitTrust() && resource.grant(request, asker) == null) {
            return resource.missing();
        }
        return principalGrant(null);
    }

    private Decision acrossAccounts(ResourcePolicies resource, @Nullable CompiledStatement direct) {
        CompiledStatement grant = direct == null ? resource.grant(request, asker) : direct;
        return grant == null ? resource.missing() : principalGrant(grant);
    }

    /**
     * Whether the principal's own policies allow.
     *
     * @param grant the statement of the resource's policy that allows too
     */
    private Decision principalGrant(@Nullable CompiledStatement grant) {
        if (ofRoot()) {
            Decision missing = bound();
            return missing == null ? new Allowed(grant == null ? null : grant.identity()) : missing;
        }
        Decision decision = principal.grant(request);
        return decision instanceof Allowed && powerless() ? NO_SESSION : decision;
    }

    /** Which of boundary and session policies does not allow. */
    private @Nullable Decision bound() {
        Decision missing = ofRoot() ? principal.sessionBound(request) : principal.bound(request);
        return missing == null && powerless() ? NO_SESSION : missing;
    }

    /** Whether it is an account's root user, or a session of theirs: neither has identity policies nor a boundary. */
    private boolean ofRoot() {
        return requester instanceof Root || (requester instanceof FederatedUser user && user.madeByRoot());
    }

    /** A federated user without session policies may do nothing of itself. */
    private boolean powerless() {
        return requester instanceof FederatedUser && principal.session() == null;
    }

    private boolean serviceLinked() {
        return requester instanceof RoleSession session && session.serviceLinked();
    }

    /** Whether the usual rules hold, without any of those for special callers. */
    private static boolean plain(Requester requester) {
        return requester instanceof User || (requester instanceof RoleSession session && !session.serviceLinked());
    }
}
