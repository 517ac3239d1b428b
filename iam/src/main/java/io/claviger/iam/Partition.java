package io.claviger.iam;

/**
 * A partition of AWS: regions that share accounts and the second part of their ARNs.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>
 */
public enum Partition {
    AWS("aws"),
    CHINA("aws-cn"),
    US_GOVERNMENT("aws-us-gov");

    private final String id;

    Partition(String id) {
        this.id = id;
    }

    /** The partition that a region belongs to, by its name. */
    public static Partition ofRegion(String region) {
        if (region.startsWith("cn-")) {
            return CHINA;
        }
        return region.startsWith("us-gov-") ? US_GOVERNMENT : AWS;
    }

    /** As it stands in ARNs. */
    public String id() {
        return id;
    }

    /** Whether an ARN is of this partition. */
    public boolean has(String arn) {
        return arn.startsWith("arn:" + id + ":");
    }

    /** What the ARN of every AWS managed policy of this partition begins with. */
    public String awsManagedPolicies() {
        return "arn:" + id + ":iam::aws:policy/";
    }
}
