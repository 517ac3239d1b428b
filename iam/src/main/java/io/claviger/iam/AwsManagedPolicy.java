package io.claviger.iam;

import java.time.Instant;

/**
 * An AWS managed policy, in the version in force. {@link AwsManagedPolicies#document} reads its document. Immutable.
 *
 * @param path begins and ends with a slash, such as {@code /service-role/}
 * @param arn {@code arn:aws:iam::aws:policy/path/name}
 * @param id {@code ANPA} and 17 characters of base 32. It is not the ID that AWS gave the policy, which is not in the
 *     public data, but is derived from the ARN, so a policy has the same ID in every deployment, for ever
 * @param updateDate when AWS created the version in force
 * @param defaultVersionId the version in force, such as {@code v12}
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html">
 *     AWS Managed Policy Reference Guide</a>
 */
public record AwsManagedPolicy(
        String name,
        String path,
        String arn,
        String id,
        Instant createDate,
        Instant updateDate,
        String defaultVersionId) {

    /** The same policy with the ARN that it has in a partition. */
    public AwsManagedPolicy in(Partition partition) {
        String named = partition.awsManagedPolicies() + path.substring(1) + name;
        return named.equals(arn)
                ? this
                : new AwsManagedPolicy(name, path, named, id, createDate, updateDate, defaultVersionId);
    }
}
