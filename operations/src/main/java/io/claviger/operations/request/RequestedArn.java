package io.claviger.operations.request;

import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Refused;
import java.util.Set;

/**
 * The form of an ARN of IAM in a request. It is checked when the request's target is found, and so before any policy is
 * asked: a text that is no ARN gets the same refusal from everybody. The form does not say whether the named entity exists.
 */
public final class RequestedArn {

    /** What the resource of an ARN of IAM or STS can begin with. */
    private static final Set<String> RESOURCE_TYPES = Set.of(
            "access-report",
            "assumed-role",
            "delegation-request",
            "federated-user",
            "group",
            "instance-profile",
            "mfa",
            "oidc-provider",
            "policy",
            "role",
            "role-template",
            "root",
            "saml-provider",
            "server-certificate",
            "sms-mfa",
            "u2f",
            "user");

    private static final int PARTS = 6;

    private RequestedArn() {}

    /**
     * The owner and the resource of an ARN, with the colon between them.
     *
     * @throws Refused when the text is no ARN of a resource of IAM in the partition that is called
     */
    public static String required(Call call, String arn) {
        String[] parts = arn.split(":", PARTS);
        if (parts.length < PARTS || !parts[0].equals("arn") || !arn.equals(arn.strip())) {
            throw Refused.validation("Invalid ARN:  Could not be parsed!");
        }
        requirePart("partition", parts[1].equals(call.partition().id()));
        requirePart("service", parts[2].equals("iam"));
        requirePart("region", parts[3].isEmpty());
        requirePart("resource type", RESOURCE_TYPES.contains(parts[5].split("/", 2)[0]));
        return parts[4] + ":" + parts[5];
    }

    private static void requirePart(String part, boolean isRight) {
        if (!isRight) {
            throw Refused.validation("Invalid ARN " + part);
        }
    }

    /** The refusal of an ARN that is one of IAM, but of another kind of resource. */
    public static Refused ofAnotherKind(String arn) {
        return Refused.invalidInput("ARN " + arn + " is not valid.");
    }
}
