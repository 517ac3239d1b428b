package io.claviger.operations.request;

import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Refused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ARNs of managed policies that requests bring. */
public final class PolicyArns {

    /** Possessive throughout: the text comes from a request, and no part of it is worth a second look. */
    private static final Pattern POLICY_ARN = Pattern.compile("arn:(?<partition>aws[a-z-]*+):iam::(?:aws|[0-9]{12})"
            + ":policy/(?:[A-Za-z0-9.,+@=_-]++/)*+[A-Za-z0-9_+=,.@-]++");

    private PolicyArns() {}

    /**
     * Refuses an ARN that is none, or of no policy that can be attached in the caller's account.
     *
     * @return the policy's name, as its ARN spells it
     */
    public static String requireAttachable(Reading reading, Call call, String arn) {
        requirePolicyArn(call, arn);
        if (!exists(reading, call, arn)) {
            throw Refused.noSuchEntity("Policy " + arn + " does not exist or is not attachable.");
        }
        return Arns.nameIn(arn);
    }

    /** Refuses an ARN that is none, or of no policy that can bound permissions in the caller's account. */
    public static void requireUsableAsBoundary(Reading reading, Call call, String arn) {
        requirePolicyArn(call, arn);
        if (!exists(reading, call, arn)) {
            throw Refused.noSuchEntity("Scope ARN: " + arn + " does not exist or is not attachable.");
        }
    }

    private static boolean exists(Reading reading, Call call, String arn) {
        return Arns.isAwsManagedPolicy(arn)
                ? AwsManagedPolicies.find(arn).isPresent()
                : NamedPolicy.find(reading, call, arn).isPresent();
    }

    /** Refuses a text that is not the ARN of a managed policy of the partition that is called. */
    public static void requirePolicyArn(Call call, String arn) {
        Matcher policyArn = POLICY_ARN.matcher(arn);
        if (!policyArn.matches()) {
            throw Refused.invalidInput("ARN " + arn + " is not valid.");
        }
        if (!policyArn.group("partition").equals(call.partition().id())) {
            throw Refused.validation("Invalid ARN partition");
        }
    }
}
