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
    /** The virtual ones. */
    MFA_DEVICES,
    /** The virtual ones that are somebody's. */
    MFA_DEVICES_IN_USE,
    /** Passkeys and security keys, each of which is somebody's. */
    FIDO_DEVICES,
    /** Hardware tokens that are somebody's. */
    HARDWARE_TOKENS_IN_USE,
    OIDC_PROVIDERS,
    SERVER_CERTIFICATES
}
