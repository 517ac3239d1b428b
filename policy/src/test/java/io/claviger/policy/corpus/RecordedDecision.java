package io.claviger.policy.corpus;

import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Requester;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One decision on record: all that was asked, policies as texts, and the decision that the documentation demands.
 * Immutable.
 *
 * @param file the table that it stands in
 * @param name what it shows, unique within the table
 * @param requester who asks; null if it does not matter which user asks
 * @param policies the identity policies
 * @param boundary the permissions boundary
 * @param session the session policies; null if none were passed
 * @param serviceControls the service control policies of each level, from the root down
 * @param owner the resource's side; null if nothing there bears on the decision
 * @param action the action
 * @param resource the resource
 * @param context values by key, as the requester spells the keys
 * @param outcome how it is decided
 * @param reason the kind of policies to blame; null if allowed
 * @param by the statement that decides, as {@code IDENTITY/1#0}: of the second such policy the first statement; null if
 *     not on record
 */
public record RecordedDecision(
        String file,
        String name,
        @Nullable Requester requester,
        List<String> policies,
        @Nullable String boundary,
        @Nullable List<String> session,
        List<List<String>> serviceControls,
        @Nullable Owner owner,
        String action,
        String resource,
        Map<String, ContextValue> context,
        Outcome outcome,
        @Nullable PolicyType reason,
        @Nullable String by) {

    /** How it is decided. */
    public enum Outcome {
        /** It may go ahead. */
        ALLOWED,
        /** A statement denies it. */
        EXPLICITLY_DENIED,
        /** No statement allows it. */
        IMPLICITLY_DENIED
    }

    /**
     * The resource's side.
     *
     * @param accountId the number of its account
     * @param type whether its policy is a trust policy
     * @param policy its policy
     * @param controls the resource control policies of each level, from the root down
     * @param explicitTrust whether its policy must agree even within the account
     */
    public record Owner(
            String accountId,
            PolicyType type,
            @Nullable String policy,
            List<List<String>> controls,
            boolean explicitTrust) {}

    /** Whether identity policies, boundary and session policies are all that bear on it, whoever the user is. */
    public boolean plain() {
        return requester == null && owner == null && serviceControls.isEmpty();
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
