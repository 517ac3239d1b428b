package io.claviger.iam;

/**
 * The quarantine of a user or a role: the AWS managed policy {@value #POLICY} is attached to them. It denies everything,
 * so nobody who is quarantined can detach it.
 */
public final class Quarantine {

    /** The policy's name. */
    public static final String POLICY = "AWSDenyAll";

    private Quarantine() {}

    /** The ARN of the policy. */
    public static String policyArn(Partition partition) {
        return partition.awsManagedPolicies() + POLICY;
    }
}
