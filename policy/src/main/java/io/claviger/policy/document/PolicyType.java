package io.claviger.policy.document;

/**
 * What a policy is attached to, and so what it may say and what it does. Policies that are attached to a principal never
 * name one; those that are attached to a resource always do.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types">Policy types</a>
 */
public enum PolicyType {
    /** A managed or inline policy of a user, a group or a role: grants. */
    IDENTITY,
    /** A policy of a resource: grants to the principals that it names. */
    RESOURCE,
    /** The resource policy of a role: who may assume it. Its statements name no resource, since it is the role. */
    TRUST,
    /** The most that identity policies can grant to a user or role. */
    PERMISSIONS_BOUNDARY,
    /** The most that a session of a role or of a federated user can do. */
    SESSION,
    /** The most that the principals of an organization's accounts can do. */
    SERVICE_CONTROL,
    /** The most that anybody can do with the resources of an organization's accounts. */
    RESOURCE_CONTROL;

    /** Whether every statement names principals; otherwise none may. */
    public boolean namesPrincipals() {
        return switch (this) {
            case RESOURCE, TRUST, RESOURCE_CONTROL -> true;
            case IDENTITY, PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL -> false;
        };
    }

    /** Whether every statement names resources; otherwise none may. */
    public boolean namesResources() {
        return this != TRUST;
    }
}
