package io.claviger.iam;

/**
 * The ARNs of IAM's entities, written as AWS writes them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
 */
public final class Arns {

    /** What the ARN of every AWS managed policy begins with. */
    public static final String AWS_MANAGED_POLICY = "arn:aws:iam::aws:policy/";

    private Arns() {}

    /** {@code arn:aws:iam::123456789012:root}. */
    public static String root(String accountId) {
        return "arn:aws:iam::" + accountId + ":root";
    }

    /** The ARN of a user; the path begins and ends with a slash. */
    public static String user(String accountId, String path, String name) {
        return "arn:aws:iam::" + accountId + ":user" + path + name;
    }

    /** The ARN of a group; the path begins and ends with a slash. */
    public static String group(String accountId, String path, String name) {
        return "arn:aws:iam::" + accountId + ":group" + path + name;
    }

    /** The ARN of a customer managed policy; the path begins and ends with a slash. */
    public static String policy(String accountId, String path, String name) {
        return "arn:aws:iam::" + accountId + ":policy" + path + name;
    }

    /** What follows the last slash: the name in the ARN of a user, group or policy. */
    public static String nameIn(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
