package io.claviger.access;

import io.claviger.policy.decision.AuthorizationMessage;
import io.claviger.policy.decision.Evaluation;
import io.claviger.policy.decision.Explanation;
import io.claviger.policy.decision.PolicyTexts;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.decision.ResourcePolicies;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import io.claviger.policy.request.Requester;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the policy engine: everything that asks what somebody may do asks here. Thread-safe; it keeps nothing but
 * compiled trust policies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class Authorizer {

    private static final Decision NOT_REACHED = new ImplicitlyDenied(PolicyType.IDENTITY);

    private final TrustPolicies trusts = new TrustPolicies();

    /** Decides whether the caller may have the action done on the resource. Never throws for lack of a right. */
    public Decision decide(Caller caller, String action, Resource resource, Circumstances circumstances) {
        Principal principal = caller.principal();
        AuthorizationRequest request =
                new AuthorizationRequest(action, resource.arn(), new ConditionKeys(caller, circumstances, resource));
        if (resource.trust() != null) {
            return Evaluation.decide(
                    principal.requester(),
                    principal.policies(),
                    trusts.of(resource.ownerId(), resource.trust()),
                    request);
        }
        if (!resource.ownerId().equals(principal.accountId())) {
            // Another account would have to agree by a policy of the resource, and no resource has one yet.
            return NOT_REACHED;
        }
        return Evaluation.decide(principal.requester(), principal.policies(), null, request);
    }

    /** The reasons of a denial that {@link #decide} decided, for those who may decode them. */
    public AuthorizationMessage message(
            Caller caller, String action, Resource resource, Circumstances circumstances, Decision.Denied denied) {
        Principal principal = caller.principal();
        boolean isReached = resource.trust() != null || resource.ownerId().equals(principal.accountId());
        Explanation explanation = isReached
                ? explain(
                        principal.requester(),
                        principal.policies(),
                        resource.trust() == null ? null : trusts.of(resource.ownerId(), resource.trust()),
                        new AuthorizationRequest(
                                action, resource.arn(), new ConditionKeys(caller, circumstances, resource)),
                        new PolicyTexts())
                : new Explanation(denied, List.of());
        return new AuthorizationMessage(
                explanation,
                principal.userId(),
                principal.arn(),
                action,
                resource.arn(),
                ShownKeys.of(caller, circumstances, resource));
    }

    /**
     * Decides a request that is only supposed, without an explanation.
     *
     * @param resource the policies of the resource; null if it has none and belongs to the account of the one who asks
     */
    public Decision suppose(Principal principal, @Nullable ResourcePolicies resource, AuthorizationRequest request) {
        return Evaluation.decide(principal.requester(), principal.policies(), resource, request);
    }

    /**
     * Decides a request that is only supposed, and explains the decision: what the simulator asks.
     *
     * @param requester who would ask
     * @param policies the policies of the one who would ask
     * @param resource the policies of the resource; null if it has none and belongs to the account of the one who asks
     * @param request what would be asked
     * @param texts what was read for other requests; this one adds to it
     */
    public Explanation explain(
            Requester requester,
            PrincipalPolicies policies,
            @Nullable ResourcePolicies resource,
            AuthorizationRequest request,
            PolicyTexts texts) {
        return Evaluation.explain(requester, policies, resource, request, texts);
    }
}
