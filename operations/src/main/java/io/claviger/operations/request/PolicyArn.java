package io.claviger.operations.request;

import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Refused;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The form of a managed policy's ARN in a request. It is checked when the request's target is found, and so before any
 * policy is asked: a text that names nothing is refused for what it is, whoever sends it. Whether there is such a policy
 * is another question.
 */
public final class PolicyArn {

    /** Possessive throughout: the text comes from a request, and no part of it is worth a second look. */
    private static final Pattern OWNER_AND_POLICY =
            Pattern.compile("(?:aws|[0-9]{12}):policy/(?:[A-Za-z0-9.,+@=_-]++/)*+[A-Za-z0-9_+=,.@-]++");

    /** What the resource of an ARN of IAM or STS can begin with. */
    private static final Set<String> RESOURCE_TYPES = Set.of(
            "access-report",
            "assumed-role",
            "federated-user",
            "group",
            "instance-profile",
            "mfa",
            "oidc-provider",
            "policy",
            "role",
            "root",
            "saml-provider",
            "server-certificate",
            "sms-mfa",
            "u2f",
            "user");

    private static final int PARTS = 6;

    private PolicyArn() {}

    /**
     * The ARN, if it has the form of a managed policy's in the partition that is called.
     *
     * @throws Refused when it has not
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
        if (!OWNER_AND_POLICY.matcher(parts[4] + ":" + parts[5]).matches()) {
            throw Refused.invalidInput("ARN " + arn + " is not valid.");
        }
        return arn;
    }

    private static void requirePart(String part, boolean isRight) {
        if (!isRight) {
            throw Refused.validation("Invalid ARN " + part);
        }
    }
}
