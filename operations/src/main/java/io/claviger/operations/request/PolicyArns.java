package io.claviger.operations.request;

import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;

/** What the managed policies whose ARNs requests bring can be used for. That they are ARNs is {@link PolicyArn}'s. */
public final class PolicyArns {

    /** Policies on this path are for the roles that AWS's services make for themselves. */
    private static final String FOR_SERVICES = "aws-service-role/";

    private PolicyArns() {}

    /**
     * Refuses the ARN of no policy that can be attached in the caller's account.
     *
     * @return the policy's name, as its ARN spells it
     */
    public static String requireAttachable(Reading reading, Call call, String arn) {
        if (!exists(reading, call, arn)) {
            throw Refused.noSuchEntity("Policy " + arn + " does not exist or is not attachable.");
        }
        return Arns.nameIn(arn);
    }

    /** Refuses the ARN of no policy that can bound permissions in the caller's account. */
    public static void requireUsableAsBoundary(Reading reading, Call call, String arn) {
        if (!exists(reading, call, arn)) {
            throw Refused.noSuchEntity("Scope ARN: " + arn + " does not exist or is not attachable.");
        }
    }

    /**
     * Refuses a policy that is for AWS's services alone.
     *
     * @param owner for whom the policy is meant: User, Group or Role
     */
    public static void requireNotForServices(Call call, String arn, String owner) {
        if (arn.startsWith(call.partition().awsManagedPolicies() + FOR_SERVICES)) {
            throw new Refused(
                    ErrorCode.POLICY_NOT_ATTACHABLE,
                    "Cannot attach a Service Role Policy to a Customer " + owner + ".");
        }
    }

    private static boolean exists(Reading reading, Call call, String arn) {
        return Arns.isAwsManagedPolicy(arn)
                ? AwsManagedPolicies.find(arn).isPresent()
                : NamedPolicy.find(reading, call, arn).isPresent();
    }
}
