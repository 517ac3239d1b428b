package io.claviger.iam;

/**
 * The ARNs of IAM's entities, written as AWS writes them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
 */
public final class Arns {

    private static final String AWS_MANAGED = ":iam::aws:policy/";

    private Arns() {}

    /** {@code arn:aws:iam::123456789012:root}. */
    public static String root(Partition partition, String accountId) {
        return "arn:" + partition.id() + ":iam::" + accountId + ":root";
    }

    /** The ARN of a user; the path begins and ends with a slash. */
    public static String user(Partition partition, String accountId, String path, String name) {
        return "arn:" + partition.id() + ":iam::" + accountId + ":user" + path + name;
    }

    /** The ARN of a group; the path begins and ends with a slash. */
    public static String group(Partition partition, String accountId, String path, String name) {
        return "arn:" + partition.id() + ":iam::" + accountId + ":group" + path + name;
    }

    /** The ARN of a role; the path begins and ends with a slash. */
    public static String role(Partition partition, String accountId, String path, String name) {
        return "arn:" + partition.id() + ":iam::" + accountId + ":role" + path + name;
    }

    /** The ARN of an instance profile; the path begins and ends with a slash. */
    public static String instanceProfile(Partition partition, String accountId, String path, String name) {
        return "arn:" + partition.id() + ":iam::" + accountId + ":instance-profile" + path + name;
    }

    /** {@code arn:aws:iam::123456789012:saml-provider/name}. */
    public static String samlProvider(Partition partition, String accountId, String name) {
        return "arn:" + partition.id() + ":iam::" + accountId + ":saml-provider/" + name;
    }

    /** The ARN of a virtual MFA device; the path begins and ends with a slash. */
    public static String mfaDevice(Partition partition, String accountId, String path, String name) {
        return "arn:" + partition.id() + ":iam::" + accountId + ":mfa" + path + name;
    }

    /**
     * {@code arn:aws:iam::123456789012:u2f/user/alice/name}: the ARN of a passkey or security key; the path begins and ends
     * with a slash.
     */
    public static String fidoDevice(Partition partition, String accountId, String path, String name) {
        return "arn:" + partition.id() + ":iam::" + accountId + ":u2f" + path + name;
    }

    /** The ARN of a server certificate; the path begins and ends with a slash. */
    public static String serverCertificate(Partition partition, String accountId, String path, String name) {
        return "arn:" + partition.id() + ":iam::" + accountId + ":server-certificate" + path + name;
    }

    /** {@code arn:aws:sts::123456789012:assumed-role/name/session}: a session of a role, whose path it leaves out. */
    public static String assumedRole(Partition partition, String accountId, String roleName, String session) {
        return "arn:" + partition.id() + ":sts::" + accountId + ":assumed-role/" + roleName + "/" + session;
    }

    /** {@code arn:aws:sts::123456789012:federated-user/name}. */
    public static String federatedUser(Partition partition, String accountId, String name) {
        return "arn:" + partition.id() + ":sts::" + accountId + ":federated-user/" + name;
    }

    /** {@code arn:aws:iam::123456789012:oidc-provider/issuer.example/path}: the issuer without {@code https://}. */
    public static String oidcProvider(Partition partition, String accountId, String url) {
        return "arn:" + partition.id() + ":iam::" + accountId + ":oidc-provider/" + url;
    }

    /** The ARN of a customer managed policy; the path begins and ends with a slash. */
    public static String policy(Partition partition, String accountId, String path, String name) {
        return "arn:" + partition.id() + ":iam::" + accountId + ":policy" + path + name;
    }

    /** Whether an ARN begins as those of AWS managed policies do, in any partition. */
    public static boolean isAwsManagedPolicy(String arn) {
        return arn.startsWith("arn:aws") && arn.startsWith(AWS_MANAGED, arn.indexOf(':', "arn:".length()));
    }

    /** What follows the last slash: the name in the ARN of a user, group, role or policy. */
    public static String nameIn(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
