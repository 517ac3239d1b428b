package io.claviger.server.audit;

import io.claviger.access.Caller;
import io.claviger.access.Credential;
import io.claviger.access.Principal;
import io.claviger.iam.Partition;
import io.claviger.iam.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who called, as CloudTrail's {@code userIdentity} shows it. Immutable.
 *
 * @param type {@code Root}, {@code IAMUser}, {@code AssumedRole}, {@code FederatedUser} or {@code Unknown}
 * @param accessKeyId the key that signed or, for {@code Unknown}, that was claimed
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
        @Nullable Instant sessionSince) {

    /** An authenticated caller. */
    public static AuditedIdentity of(Caller caller) {
        Credential credential = caller.credential();
        Instant since = switch (credential) {
            case Credential.LongTerm _ -> null;
            case Credential.Temporary temporary -> temporary.issuedAt();
        };
        Principal principal = caller.principal();
        return switch (principal) {
            case Principal.RootUser root ->
                new AuditedIdentity(
                        "Root", root.userId(), root.arn(), root.accountId(), credential.accessKeyId(), null, since);
            case Principal.IamUser user ->
                new AuditedIdentity(
                        "IAMUser",
                        user.userId(),
                        user.arn(),
                        user.accountId(),
                        credential.accessKeyId(),
                        user.user().name(),
                        since);
            case Principal.AssumedRole session ->
                new AuditedIdentity(
                        "AssumedRole",
                        session.userId(),
                        session.arn(),
                        session.accountId(),
                        credential.accessKeyId(),
                        null,
                        since);
            case Principal.FederatedUser session ->
                new AuditedIdentity(
                        "FederatedUser",
                        session.userId(),
                        session.arn(),
                        session.accountId(),
                        credential.accessKeyId(),
                        null,
                        since);
        };
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
