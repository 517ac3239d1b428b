package io.claviger.policy.validation;

/** What a policy is validated as; the names are those of the API. */
public enum DocumentType {
    /** A policy of a user, a group or a role, a permissions boundary or a session policy. */
    IDENTITY_POLICY,
    /** A policy of a resource, a role's trust policy included. */
    RESOURCE_POLICY,
    /** A policy of an organization about what its principals can do. */
    SERVICE_CONTROL_POLICY,
    /** A policy of an organization about what can be done with its resources. */
    RESOURCE_CONTROL_POLICY
}
