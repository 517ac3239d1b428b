package io.claviger.policy.decision;

import io.claviger.policy.compile.CompiledStatement;
import io.claviger.policy.compile.Grantee;
import io.claviger.policy.compile.PolicyLayer;
import io.claviger.policy.compile.Reach;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Requester;
import io.claviger.policy.request.Requester.FederatedUser;
import io.claviger.policy.request.Requester.RoleSession;
import io.claviger.policy.request.Requester.Root;
import io.claviger.policy.request.Requester.User;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision procedure, and the only door to a decision. The policies that bind the caller are brought into one list, in
 * AWS's order. If a statement in any of them denies, the request is denied. Otherwise each kind of policies that must allow
 * has to; which kinds must depends on how far the resource's own policy goes. Stateless, and safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">
 *     Cross-account policy evaluation logic</a>
 */
public final class Evaluation {

    private static final PolicyLayer[] UNBOUND = {};
    private static final PolicyLayer[] NO_RESOURCE_POLICY = PolicyLayer.only(PolicyType.RESOURCE, List.of());
    private static final PolicyLayer[] NOTHING_ALLOWED = PolicyLayer.only(PolicyType.SESSION, List.of());
    /** The place of the policies that a session was scoped down to, all of which must always allow. */
    private static final int SCOPES = 6;

    private static final Decision WITHOUT_STATEMENT = new Allowed(null);

    private final AuthorizationRequest request;
    private final Grantee grantee;
    private final PolicyLayer[][] kinds;
    private final PolicyLayer own;
    private final boolean across;
    private final boolean ownMustAllow;

    private Evaluation(
            Requester requester,
            PrincipalPolicies principal,
            @Nullable ResourcePolicies resource,
            AuthorizationRequest request) {
        String account = requester.accountId();
        this.request = request;
        this.grantee = new Grantee(requester, principal.isBounded(), Reach.ACCOUNT);
        this.kinds = binding(requester, principal, resource);
        this.own = resource == null ? NO_RESOURCE_POLICY[0] : resource.own()[0];
        this.across = resource != null && account != null && !account.equals(resource.accountId());
        this.ownMustAllow = account == null || across || (resource != null && resource.explicitTrust());
    }

    /**
     * The policies that bind this caller, in AWS's order. A refusal names the first that deny, or else the first that must
     * allow and do not. Control policies have a layer for each level; other kinds have one at most.
     */
    private static PolicyLayer[][] binding(
            Requester requester, PrincipalPolicies principal, @Nullable ResourcePolicies resource) {
        boolean ofRoot = requester instanceof Root || (requester instanceof FederatedUser user && user.madeByRoot());
        boolean linked = requester instanceof RoleSession session && session.serviceLinked();
        // A federated user without session policies may do nothing of itself.
        boolean powerless = requester instanceof FederatedUser && principal.session().length == 0;
        return new PolicyLayer[][] {
            resource == null || linked ? UNBOUND : resource.controls(),
            linked ? UNBOUND : principal.controls(),
            resource == null ? NO_RESOURCE_POLICY : resource.own(),
            ofRoot ? UNBOUND : principal.identity(),
            ofRoot ? UNBOUND : principal.boundary(),
            powerless ? NOTHING_ALLOWED : principal.session(),
            principal.scopes()
        };
    }

    /**
     * Decides a request.
     *
     * @param requester who asks
     * @param principal the caller's policies; {@link PrincipalPolicies#none()} for callers that have none
     * @param resource the resource's policies; null if the resource belongs to the caller's account and has neither a
     *     policy nor control policies, or if the action has no resource
     * @param request what is asked
     */
    public static Decision decide(
            Requester requester,
            PrincipalPolicies principal,
            @Nullable ResourcePolicies resource,
            AuthorizationRequest request) {
        return resource == null && isUsual(requester)
                ? principal.decide(request)
                : new Evaluation(requester, principal, resource, request).decision();
    }

    /**
     * Decides a request, and says of every statement whether it matched, or which part did not. Takes a thousand times as
     * long as {@link #decide}.
     *
     * @param requester who asks
     * @param principal the caller's policies
     * @param resource the resource's policies, as for {@link #decide}
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
     * The same for one of many requests. A policy's text is read once for all of them, which takes a tenth of the time.
     *
     * @param requester who asks
     * @param principal the caller's policies
     * @param resource the resource's policies, as for {@link #decide}
     * @param request what is asked
     * @param texts the texts read for other requests; this one adds to them
     */
    public static Explanation explain(
            Requester requester,
            PrincipalPolicies principal,
            @Nullable ResourcePolicies resource,
            AuthorizationRequest request,
            PolicyTexts texts) {
        return new Evaluation(requester, principal, resource, request).explanation(texts);
    }

    /** The decision without the shortcut of {@link PrincipalPolicies#decide}, which must agree. */
    static Decision byProcedure(
            Requester requester,
            PrincipalPolicies principal,
            @Nullable ResourcePolicies resource,
            AuthorizationRequest request) {
        return new Evaluation(requester, principal, resource, request).decision();
    }

    private Decision decision() {
        for (PolicyLayer[] kind : kinds) {
            for (PolicyLayer layer : kind) {
                Decision denied = layer.denial(request, grantee);
                if (denied != null) {
                    return denied;
                }
            }
        }
        return withoutDenial();
    }

    private Decision withoutDenial() {
        Reach reach = own.policies().isEmpty() ? Reach.NONE : Reach.DIRECT;
        CompiledStatement granted = grant(reach);
        while (granted == null && reach != Reach.NONE) {
            reach = reach.less();
            granted = grant(reach);
        }
        // Within one account, a grant to the account leaves the decision to the caller's own policies.
        boolean delegated = reach == Reach.ACCOUNT && !across;
        Decision allowed = granted == null || delegated ? WITHOUT_STATEMENT : granted.allowed();
        for (int kind = 0; kind < kinds.length; kind++) {
            for (PolicyLayer layer : kinds[kind]) {
                if (kind == SCOPES || mustAllow(layer.type(), reach)) {
                    CompiledStatement allowing = layer == own ? granted : layer.allowance(request, grantee);
                    if (allowing == null) {
                        return layer.missing();
                    }
                    allowed = layer.type() == PolicyType.IDENTITY ? allowing.allowed() : allowed;
                }
            }
        }
        return allowed;
    }

    /** Whether policies of a kind must allow, if the resource's own policy goes so far to the caller. */
    private boolean mustAllow(PolicyType kind, Reach granted) {
        return switch (kind) {
            case RESOURCE_CONTROL, SERVICE_CONTROL -> true;
            case RESOURCE, TRUST -> ownMustAllow;
            case IDENTITY -> across || granted.compareTo(Reach.SESSION_OF) < 0;
            case PERMISSIONS_BOUNDARY, SESSION ->
                across || granted != Reach.DIRECT || grantee.requester() instanceof Root;
        };
    }

    /** A grant of the resource's own policy that goes so far; null if there is none, or none that would matter. */
    private @Nullable CompiledStatement grant(Reach least) {
        boolean matters = switch (least) {
            case NONE -> false;
            case ACCOUNT -> ownMustAllow;
            case SESSION_OF ->
                grantee.requester() instanceof RoleSession || grantee.requester() instanceof FederatedUser;
            case DIRECT -> true;
        };
        return matters ? own.allowance(request, grantee.atLeast(least)) : null;
    }

    /** Whether all the caller's policies bind it, and nothing else does. */
    static boolean isUsual(Requester requester) {
        return requester instanceof User || (requester instanceof RoleSession session && !session.serviceLinked());
    }

    private Explanation explanation(PolicyTexts texts) {
        Explainer explainer = new Explainer(request, grantee, texts);
        // What binds the resource comes first, then what binds the caller.
        Arrays.stream(kinds)
                .filter(kind -> kind.length > 0)
                .sorted(Comparator.comparing(kind -> !kind[0].type().namesPrincipals()))
                .forEach(explainer::walk);
        return new Explanation(decision(), explainer.statements());
    }
}
