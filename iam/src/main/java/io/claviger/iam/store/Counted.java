package io.claviger.iam.store;

/** The kinds of entities that an account's quotas and its summary count. */
public enum Counted {
    USERS,
    GROUPS,
    POLICIES,
    POLICY_VERSIONS,
    ROLES,
    INSTANCE_PROFILES,
    SERVER_CERTIFICATES
}
