package io.claviger.policy.reference;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Requester;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that bears on one decision, as policies say it and nothing compiled: what the engine, the reference evaluator and
 * the recorded decisions are asked.
 *
 * @param requester who asks
 * @param identity the policies attached to the one who asks
 * @param boundary the permissions boundary
 * @param session the session policies; null if none were passed
 * @param serviceControls the service control policies of each level from the organization's root to the account of the
 *     one who asks; empty without an organization
 * @param owner what the resource's side says; null if the resource is of the same account and nothing bounds it
 * @param action the action asked for
 * @param resource the resource asked for
 * @param context values by key, in lower case
 */
public record Situation(
        Requester requester,
        List<PolicyDocument> identity,
        @Nullable PolicyDocument boundary,
        @Nullable List<PolicyDocument> session,
        List<List<PolicyDocument>> serviceControls,
        @Nullable Owner owner,
        String action,
        String resource,
        Map<String, ContextValue> context) {

    /**
     * The resource's side.
     *
     * @param accountId the number of the account that the resource belongs to
     * @param policy the resource's own policy, or the role's trust policy
     * @param controls the resource control policies of each level from the organization's root to that account
     * @param explicitTrust whether the resource's policy must agree even within the account
     */
    public record Owner(
            String accountId,
            @Nullable PolicyDocument policy,
            List<List<PolicyDocument>> controls,
            boolean explicitTrust) {}
}
