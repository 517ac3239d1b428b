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

    /** Instance profiles. */
    InstanceProfileQueries instanceProfiles();

    /** Access keys. */
    KeyQueries keys();

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
}
