package io.claviger.policy;

/**
 * The policies that bound what a principal may do. All of them speak the same part of the language: statements without
 * {@code Principal}, as identity-based policies have them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types">Policy types</a>
 */
public enum PolicyType {
    /** A managed or inline policy of a user, a group or a role: grants. */
    IDENTITY,
    /** The most that identity policies can grant to a user or role. */
    PERMISSIONS_BOUNDARY,
    /** The most that a session of a role or of a federated user can do. */
    SESSION
}
