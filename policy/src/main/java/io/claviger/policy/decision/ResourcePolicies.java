package io.claviger.policy.decision;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.compile.PolicyLayer;
import io.claviger.policy.document.PolicyType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the policies that bound what may be done with one resource. Immutable, and safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class ResourcePolicies {

    private final String accountId;
    private final PolicyLayer[] own;
    private final PolicyLayer[] controls;
    private final boolean explicitTrust;

    private ResourcePolicies(String accountId, PolicyLayer[] own, PolicyLayer[] controls, boolean explicitTrust) {
        this.accountId = accountId;
        this.own = own;
        this.controls = controls;
        this.explicitTrust = explicitTrust;
    }

    /**
     * Brings a resource's policies together.
     *
     * @param accountId the number of the account that the resource belongs to
     * @param policy the resource's policy, if it has one
     * @param controls the resource control policies of the organization's root, of every unit on the way, and of the
     *     account, in this order; each must allow; empty if the account is in no organization or manages it, or if the
     *     resource is a role linked to a service
     * @param explicitTrust whether the resource's policy must agree even to principals of its own account, as those of KMS
     *     keys must; a trust policy always must
     * @throws IllegalArgumentException if a policy names no principals
     */
    public static ResourcePolicies of(
            String accountId,
            @Nullable CompiledPolicy policy,
            List<List<CompiledPolicy>> controls,
            boolean explicitTrust) {
        return policy != null && policy.type() == PolicyType.TRUST
                ? role(accountId, policy, controls)
                : of(PolicyType.RESOURCE, accountId, policy, controls, explicitTrust);
    }

    /**
     * A role: its trust policy says who may assume it, and must allow everyone.
     *
     * @param trust null for a role that is not there: it trusts nobody, and looks as one that is there and trusts nobody
     */
    public static ResourcePolicies role(
            String accountId, @Nullable CompiledPolicy trust, List<List<CompiledPolicy>> controls) {
        return of(PolicyType.TRUST, accountId, trust, controls, true);
    }

    private static ResourcePolicies of(
            PolicyType type,
            String accountId,
            @Nullable CompiledPolicy policy,
            List<List<CompiledPolicy>> controls,
            boolean explicitTrust) {
        return new ResourcePolicies(
                accountId,
                PolicyLayer.only(type, policy == null ? List.of() : List.of(policy)),
                PolicyLayer.levels(PolicyType.RESOURCE_CONTROL, controls),
                explicitTrust);
    }

    /** The number of the account that the resource belongs to. */
    public String accountId() {
        return accountId;
    }

    /** The layer of the resource's own policy, without any statement if it has none. */
    PolicyLayer[] own() {
        return own;
    }

    /** Its control policies, a layer for each level. */
    PolicyLayer[] controls() {
        return controls;
    }

    boolean explicitTrust() {
        return explicitTrust;
    }
}
