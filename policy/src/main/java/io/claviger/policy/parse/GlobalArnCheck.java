package io.claviger.policy.parse;

import io.claviger.policy.document.Term;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the ARNs of services that are the same in all regions: which parts stay empty, and what IAM's resources are called.
 * Of other services AWS takes every region and account.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">Resource types of
 *     S3</a>
 */
final class GlobalArnCheck {

    private static final Pattern ANYTHING = Pattern.compile("[*?]*");

    /** The types of S3's resources that belong to a region or an account; a bucket and an object belong to neither. */
    private static final List<String> OF_ACCOUNTS =
            List.of("accesspoint/", "access-grants/", "async-request/", "job/", "storage-lens/", "storage-lens-group/");

    /** As AWS's message lists them. */
    private static final List<String> IAM_PATHS = List.of(
            "user/",
            "federated-user/",
            "role/",
            "group/",
            "instance-profile/",
            "mfa/",
            "server-certificate/",
            "policy/",
            "sms-mfa/",
            "saml-provider/",
            "oidc-provider/",
            "report/",
            "access-report/");

    /** Which the message leaves out, but AWS's list of IAM's resource types or AWS's own policies have. */
    private static final List<String> FURTHER_IAM_PATHS =
            List.of("assumed-role/", "delegation-request/", "role-template/", "contextProvider/");

    private GlobalArnCheck() {}

    /**
     * Checks a resource.
     *
     * @param parts the six parts of its ARN; parts that are missing are stars
     */
    static void check(Term resource, List<String> parts) throws PolicyFault {
        String arn = String.join(":", parts);
        String path = parts.get(5);
        switch (parts.get(2)) {
            case "iam" -> {
                if (named(parts.get(3))) {
                    throw new PolicyFault("IAM resource " + arn + " cannot contain region information.", resource.at());
                }
                if (!iamPath(path)) {
                    throw new PolicyFault(
                            "IAM resource path must either be \"*\" or start with " + String.join(", ", IAM_PATHS)
                                    + ".",
                            resource.at());
                }
            }
            case "s3" -> {
                if (OF_ACCOUNTS.stream().noneMatch(path::startsWith)) {
                    nowhere(resource, parts, arn);
                }
            }
            case "route53" -> nowhere(resource, parts, arn);
            default -> {
                // every region and account
            }
        }
    }

    private static void nowhere(Term resource, List<String> parts, String arn) throws PolicyFault {
        if (named(parts.get(3))) {
            throw new PolicyFault("Resource " + arn + " can not contain region information.", resource.at());
        }
        if (named(parts.get(4))) {
            throw new PolicyFault("Resource " + arn + " cannot contain an account id.", resource.at());
        }
    }

    /** Whether a part names something; wildcards alone do not. */
    private static boolean named(String part) {
        return !ANYTHING.matcher(part).matches();
    }

    private static boolean iamPath(String path) {
        return path.equals("*")
                || path.equals("root")
                || Stream.concat(IAM_PATHS.stream(), FURTHER_IAM_PATHS.stream()).anyMatch(path::startsWith);
    }
}
