package io.claviger.server.audit;

import io.claviger.access.Caller;
import io.claviger.access.Credential;
import io.claviger.access.Federated;
import io.claviger.access.Principal;
import io.claviger.iam.Arns;
import io.claviger.iam.Partition;
import io.claviger.iam.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who called, as CloudTrail's {@code userIdentity} shows it. Immutable.
 *
 * @param type {@code Root}, {@code IAMUser}, {@code AssumedRole}, {@code FederatedUser}, {@code WebIdentityUser},
 *     {@code SAMLUser} or {@code Unknown}
 * @param accessKeyId the key that signed or, for {@code Unknown}, that was claimed
 * @param identityProvider who vouches for a {@code WebIdentityUser} or {@code SAMLUser}
 * @param session what is known of the temporary credentials; null for a long-term key
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">
 *     CloudTrail userIdentity</a>
 */
public record AuditedIdentity(
        String type,
        @Nullable String principalId,
        @Nullable String arn,
        @Nullable String accountId,
        @Nullable String accessKeyId,
        @Nullable String userName,
        @Nullable String identityProvider,
        @Nullable Session session) {

    /** Somebody for whom no identity provider vouches. */
    public AuditedIdentity(
            String type,
            @Nullable String principalId,
            @Nullable String arn,
            @Nullable String accountId,
            @Nullable String accessKeyId,
            @Nullable String userName,
            @Nullable Session session) {
        this(type, principalId, arn, accountId, accessKeyId, userName, null, session);
    }

    /**
     * CloudTrail's {@code sessionContext}.
     *
     * @param issuer whose permissions the session has; null if it is the caller itself
     * @param mfaAuthenticated whether a second factor was shown when the session was made
     * @param sourceIdentity who is behind all sessions of a chain; null if nobody said
     */
    record Session(
            @Nullable Issuer issuer,
            Instant creationDate,
            boolean mfaAuthenticated,
            @Nullable String sourceIdentity) {}

    /**
     * CloudTrail's {@code sessionIssuer}.
     *
     * @param type {@code Role}, {@code IAMUser} or {@code Root}
     * @param userName the name of the role or user; null for the root user
     */
    record Issuer(
            String type,
            String principalId,
            String arn,
            String accountId,
            @Nullable String userName) {}

    /** An authenticated caller. */
    public static AuditedIdentity of(Caller caller) {
        Principal principal = caller.principal();
        return switch (principal) {
            case Principal.RootUser _ -> known("Root", caller, null, null);
            case Principal.IamUser user -> known("IAMUser", caller, user.user().name(), null);
            case Principal.AssumedRole session -> known("AssumedRole", caller, null, issuer(session));
            case Principal.FederatedUser session -> known("FederatedUser", caller, null, issuer(session));
            case Federated federated -> federated(federated);
        };
    }

    /** Of SAML, CloudTrail shows the name qualifier as the provider, and nothing of the audience. */
    private static AuditedIdentity federated(Federated caller) {
        boolean isSaml = caller.arn().contains(":saml-provider/");
        return new AuditedIdentity(
                isSaml ? "SAMLUser" : "WebIdentityUser",
                isSaml ? caller.providerName() + ":" + caller.subject() : caller.userId(),
                null,
                null,
                null,
                caller.subject(),
                isSaml ? caller.providerName() : caller.arn(),
                null);
    }

    private static AuditedIdentity known(
            String type, Caller caller, @Nullable String userName, @Nullable Issuer issuer) {
        Principal principal = caller.principal();
        return new AuditedIdentity(
                type,
                principal.userId(),
                principal.arn(),
                principal.accountId(),
                caller.credential() instanceof Credential.Key key ? key.accessKeyId() : null,
                userName,
                session(caller.credential(), issuer));
    }

    private static @Nullable Session session(Credential credential, @Nullable Issuer issuer) {
        return switch (credential) {
            case Credential.LongTerm _, Credential.Proof _ -> null;
            case Credential.Temporary temporary ->
                new Session(
                        issuer,
                        temporary.issuedAt(),
                        temporary.details().authenticatedAt() != null,
                        temporary.details().sourceIdentity());
        };
    }

    private static Issuer issuer(Principal.AssumedRole session) {
        return new Issuer(
                "Role",
                session.role().id(),
                session.policyArn(),
                session.accountId(),
                session.role().name());
    }

    private static Issuer issuer(Principal.FederatedUser session) {
        boolean isRoot = session.isMadeByRoot();
        return new Issuer(
                isRoot ? "Root" : "IAMUser",
                session.makerId(),
                session.makerArn(),
                session.accountId(),
                isRoot ? null : Arns.nameIn(session.makerArn()));
    }

    /** A caller who could not be authenticated. */
    public static AuditedIdentity unknown(@Nullable String claimedAccessKeyId) {
        return new AuditedIdentity("Unknown", null, null, null, claimedAccessKeyId, null, null);
    }

    /** A user, at signing in. */
    public static AuditedIdentity userSigningIn(User user, Partition partition) {
        return new AuditedIdentity(
                "IAMUser", user.id(), user.arn(partition), user.accountId(), null, user.name(), null);
    }

    /** Somebody who claims to be a user, of whom nothing else is known. */
    public static AuditedIdentity claimedUser(String accountId, String name) {
        return new AuditedIdentity("IAMUser", null, null, accountId, null, name, null);
    }

    /** The root user of an account, at signing in. */
    public static AuditedIdentity rootSigningIn(String accountId, String arn) {
        return new AuditedIdentity("Root", accountId, arn, accountId, null, null, null);
    }
}
