package io.claviger.iam;

import java.util.List;

/**
 * What the store inserts, updates and deletes as a whole. Entities are immutable records; the classes that requests and
 * responses are made of are never stored.
 */
public sealed interface Entity
        permits Account,
                User,
                Group,
                Membership,
                ManagedPolicy,
                PolicyVersion,
                Attachment,
                InlinePolicy,
                AccessKey,
                Role,
                RoleDeletion,
                RoleOrigin,
                InstanceProfile,
                SamlProvider,
                SamlPrivateKey,
                RedeemedAssertion,
                LoginProfile,
                PasswordPolicy,
                Organization,
                MemberAccount,
                TokenPreference,
                TokenIssuer,
                IssuerKey,
                AccountProperty,
                MfaDevice,
                AnsweredChallenge,
                OidcProvider,
                DelegationRequest,
                AccessReport,
                SshPublicKey,
                SigningCertificate,
                ServerCertificate,
                ServiceCredential,
                ConsoleSession,
                CredentialReport,
                CredentialReportPart {

    /** The account whose row this is: 12 digits. */
    String accountId();

    /**
     * The unique IDs of everything that a change of this entity affects. The store's log of changes names them, so a
     * cached value that depends on one of them is read again after the change.
     */
    List<String> touches();
}
