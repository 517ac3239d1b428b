package io.claviger.iam.store;

/** The kinds of entities that an account's quotas and its summary count. */
public enum Counted {
    USERS,
    GROUPS,
    POLICIES,
    POLICY_VERSIONS,
    ROLES,
    INSTANCE_PROFILES,
    SAML_PROVIDERS,
    MFA_DEVICES,
    MFA_DEVICES_IN_USE,
    OIDC_PROVIDERS,
    SERVER_CERTIFICATES
}
