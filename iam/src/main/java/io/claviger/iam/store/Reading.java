package io.claviger.iam.store;

/**
 * What can be asked within a transaction, by families of entities. All answers of one transaction are of one state.
 * Names are compared without case, as IAM does; account IDs, unique IDs and ARNs to the letter. Lists are ordered by
 * name without case, unless they say otherwise, and begin after the {@link Slice}'s position.
 *
 * <p>Only for the thread and the time of its transaction, and so are the families: afterwards they refuse to answer
 * with an {@link IllegalStateException}.
 */
public interface Reading {

    /** Accounts. */
    AccountQueries accounts();

    /** Users. */
    UserQueries users();

    /** Groups and who is in them. */
    GroupQueries groups();

    /** Customer managed policies, and the use of all managed policies. */
    PolicyQueries policies();

    /** The versions of customer managed policies. */
    PolicyVersionQueries versions();

    /** Managed policies that are attached to users, groups and roles. */
    AttachmentQueries attachments();

    /** Inline policies of users, groups and roles. */
    InlinePolicyQueries inlinePolicies();

    /** Roles. */
    RoleQueries roles();

    /** Tasks that delete service-linked roles. */
    RoleDeletionQueries roleDeletions();

    /** Instance profiles. */
    InstanceProfileQueries instanceProfiles();

    /** SAML providers, their private keys, and the assertions that were exchanged. */
    SamlProviderQueries samlProviders();

    /** Passwords of users, and what accounts demand of them. */
    PasswordQueries passwords();

    /** The organization of the accounts. */
    OrganizationQueries organizations();

    /** MFA devices, virtual ones and others, and the challenges that they have answered. */
    MfaQueries mfaDevices();

    /** Identity providers of OpenID Connect. */
    OidcProviderQueries oidcProviders();

    /** The use of services, and reports on it. */
    AccessQueries access();

    /** What accounts ask of others. */
    DelegationRequestQueries delegationRequests();

    /** Access keys. */
    KeyQueries keys();

    /** Accounts as issuers of tokens, and the keys that sign these. */
    IssuerQueries issuers();

    /** Public keys for SSH. */
    SshPublicKeyQueries sshPublicKeys();

    /** Signing certificates. */
    SigningCertificateQueries signingCertificates();

    /** Server certificates. */
    ServerCertificateQueries serverCertificates();

    /** Credentials for services. */
    ServiceCredentialQueries serviceCredentials();

    /** Credential reports. */
    CredentialReportQueries credentialReports();

    /** What binds many users or roles at once. */
    BindingQueries bindings();

    /** Sessions of the web console. */
    ConsoleSessionQueries consoleSessions();
}
