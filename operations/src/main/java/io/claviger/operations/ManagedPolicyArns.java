package io.claviger.operations;

import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.store.Reading;

/** The ARNs of managed policies that requests bring. */
final class ManagedPolicyArns {

    private ManagedPolicyArns() {}

    /**
     * Refuses an ARN that is none, or of no policy that can be attached in the caller's account.
     *
     * @return the policy's name, as its ARN spells it
     */
    static String requireAttachable(Reading reading, Call call, String arn) {
        requirePolicyArn(arn);
        boolean exists = arn.startsWith(Arns.AWS_MANAGED_POLICY)
                ? AwsManagedPolicies.find(arn).isPresent()
                : Named.customerManaged(reading, call, arn).isPresent();
        if (!exists) {
            throw Refused.noSuchEntity("Policy " + arn + " does not exist or is not attachable.");
        }
        return Arns.nameIn(arn);
    }

    /** Refuses a text that is not the ARN of a managed policy. */
    static void requirePolicyArn(String arn) {
        String[] parts = arn.split(":", 6);
        boolean valid = parts.length == 6
                && parts[0].equals("arn")
                && parts[1].equals("aws")
                && parts[2].equals("iam")
                && parts[3].isEmpty()
                && (parts[4].equals("aws") || parts[4].matches("\\d{12}"))
                && parts[5].startsWith("policy/");
        if (!valid) {
            throw Refused.invalidInput("ARN " + arn + " is not valid.");
        }
    }
}
