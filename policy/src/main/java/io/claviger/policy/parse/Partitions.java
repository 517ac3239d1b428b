package io.claviger.policy.parse;

import java.util.Set;

/**
 * The partitions that the ARNs of a policy may have.
 *
 * @param ids as ARNs have them
 */
record Partitions(Set<String> ids) {

    /** Every partition of AWS. */
    static final Partitions ALL = new Partitions(
            Set.of("aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"));

    /** One alone. */
    static Partitions only(String partition) {
        return new Partitions(Set.of(partition));
    }

    /** Whether an ARN may have the part: one of the partitions, or a pattern. */
    boolean accept(String part) {
        return part.indexOf('*') >= 0 || part.indexOf('?') >= 0 || ids.contains(part);
    }
}
