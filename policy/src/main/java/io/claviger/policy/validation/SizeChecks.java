package io.claviger.policy.validation;

import org.jspecify.annotations.Nullable;

/**
 * Whether a policy keeps to the quotas.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Quotas of IAM</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">Quotas of
 *     Organizations</a>
 */
final class SizeChecks implements PolicyChecks {

    /** The inline policies of a role together; no single policy may be longer wherever it stands. */
    private static final int IDENTITY = 10_240;

    private static final int TRUST = 2_048;
    private static final int RESOURCE = 20_480;
    private static final int CONTROL = 5_120;

    private static final String SPLIT = " We recommend that you use multiple granular policies.";

    @Override
    public void check(PolicyView policy, Scope scope) {
        int all = scope.text().length();
        int dense = (int)
                scope.text().chars().filter(c -> !Character.isWhitespace(c)).count();
        switch (scope.type()) {
            case IDENTITY_POLICY ->
                report(
                        policy,
                        scope,
                        dense > IDENTITY ? Check.POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA : null,
                        "The " + dense + " characters in the identity policy, excluding whitespace, exceed the "
                                + IDENTITY + " character maximum for inline and managed policies." + SPLIT);
            case SERVICE_CONTROL_POLICY ->
                report(
                        policy,
                        scope,
                        all > CONTROL ? Check.POLICY_SIZE_EXCEEDS_SCP_QUOTA : null,
                        "The " + all + " characters in the service control policy (SCP) exceed the " + CONTROL
                                + " character maximum for SCPs." + SPLIT);
            case RESOURCE_CONTROL_POLICY ->
                report(
                        policy,
                        scope,
                        all > CONTROL ? Check.POLICY_SIZE_EXCEEDS_RCP_QUOTA : null,
                        "The " + all + " characters in the resource control policy (RCP) exceed the " + CONTROL
                                + " character maximum for RCPs." + SPLIT);
            case RESOURCE_POLICY -> resource(policy, scope, all, dense);
        }
    }

    /** Of other resources than these, the quota is not known. */
    private static void resource(PolicyView policy, Scope scope, int all, int dense) {
        if (policy.trust()) {
            report(
                    policy,
                    scope,
                    dense > TRUST ? Check.POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA : null,
                    "The characters in the role trust policy, excluding whitespace, exceed the character maximum. We"
                            + " recommend that you request a role trust policy length quota increase using Service"
                            + " Quotas and AWS Support Center. If the quotas have already been increased, then you can"
                            + " ignore this warning.");
        } else if (scope.kind() != null) {
            report(
                    policy,
                    scope,
                    all > RESOURCE ? Check.POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA : null,
                    "The " + all + " characters in the resource policy exceed the " + RESOURCE
                            + " character maximum for resource policies." + SPLIT);
        }
    }

    private static void report(PolicyView policy, Scope scope, @Nullable Check check, String details) {
        if (check != null) {
            scope.report().add(check, details, policy.root().location());
        }
    }
}
