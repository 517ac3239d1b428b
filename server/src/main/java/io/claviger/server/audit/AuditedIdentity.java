package io.claviger.server.audit;

import io.claviger.access.Caller;
import io.claviger.access.Credential;
import io.claviger.access.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who called, as CloudTrail's {@code userIdentity} shows it. Immutable.
 *
 * @param type {@code Root}, {@code IAMUser}, {@code AssumedRole}, {@code FederatedUser}, {@code WebIdentityUser} or
 *     {@code Unknown}
 * @param accessKeyId the key that signed or, for {@code Unknown}, that was claimed
 * @param identityProvider who vouches for a {@code WebIdentityUser}
 * @param sessionSince when the temporary credentials were issued; null for a long-term key
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
        @Nullable Instant sessionSince) {

    /** Somebody for whom no identity provider vouches. */
    public AuditedIdentity(
            String type,
            @Nullable String principalId,
            @Nullable String arn,
            @Nullable String accountId,
            @Nullable String accessKeyId,
            @Nullable String userName,
            @Nullable Instant sessionSince) {
        this(type, principalId, arn, accountId, accessKeyId, userName, null, sessionSince);
    }

    /** An authenticated caller. */
    public static AuditedIdentity of(Caller caller) {
        Credential credential = caller.credential();
        Instant since = switch (credential) {
            case Credential.LongTerm _, Credential.Proof _ -> null;
            case Credential.Temporary temporary -> temporary.issuedAt();
        };
        String accessKeyId = credential instanceof Credential.Key key ? key.accessKeyId() : null;
        Principal principal = caller.principal();
        return switch (principal) {
            case Principal.RootUser root ->
                new AuditedIdentity("Root", root.userId(), root.arn(), root.accountId(), accessKeyId, null, since);
            case Principal.IamUser user ->
                new AuditedIdentity(
                        "IAMUser",
                        user.userId(),
                        user.arn(),
                        user.accountId(),
                        accessKeyId,
                        user.user().name(),
                        since);
            case Principal.AssumedRole session ->
                new AuditedIdentity(
                        "AssumedRole", session.userId(), session.arn(), session.accountId(), accessKeyId, null, since);
            case Principal.FederatedUser session ->
                new AuditedIdentity(
                        "FederatedUser",
                        session.userId(),
                        session.arn(),
                        session.accountId(),
                        accessKeyId,
                        null,
                        since);
            case Principal.Federated federated ->
                new AuditedIdentity(
                        "WebIdentityUser",
                        federated.userId(),
                        null,
                        null,
                        null,
                        federated.subject(),
                        federated.arn(),
                        null);
        };
    }

    /** A caller who could not be authenticated. */
    public static AuditedIdentity unknown(@Nullable String claimedAccessKeyId) {
        return new AuditedIdentity("Unknown", null, null, null, claimedAccessKeyId, null, null);
    }

    /** The root user of an account, at signing in. */
    public static AuditedIdentity rootSigningIn(String accountId, String arn) {
        return new AuditedIdentity("Root", accountId, arn, accountId, null, null, null);
    }
}
