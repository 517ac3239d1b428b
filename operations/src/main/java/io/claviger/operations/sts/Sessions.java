package io.claviger.operations.sts;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.access.Session;
import io.claviger.access.SessionDetails;
import io.claviger.access.SessionTokens;
import io.claviger.iam.AccessKeyIds;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Issues temporary credentials: they are sealed into their token, and nothing is written. Thread-safe.
 *
 * @param accessKeyIds makes keys and secrets
 * @param tokens seals them
 */
record Sessions(AccessKeyIds accessKeyIds, SessionTokens tokens) {

    private static final int PERCENT = 100;

    /**
     * New credentials.
     *
     * @param accountId the account that the key's ID carries
     * @param ownerId the unique ID of the user or role, or the account's for its root user
     */
    Credentials issue(
            String accountId, String ownerId, Origin origin, Instant now, Duration duration, SessionDetails details) {
        return issue(accountId, ownerId, origin, now, duration, details, null);
    }

    /**
     * New credentials.
     *
     * @param accountId the account that the key's ID carries
     * @param ownerId the unique ID of the user or role, or the account's for its root user
     * @param minimumSize how many bytes the session token has at least; null for as many as it takes
     * @throws Refused when the token takes more room than there is
     */
    Credentials issue(
            String accountId,
            String ownerId,
            Origin origin,
            Instant now,
            Duration duration,
            SessionDetails details,
            @Nullable Integer minimumSize) {
        Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
        Temporary credential =
                new Temporary(accessKeyIds.temporary(accountId), origin, issued, issued.plus(duration), details);
        return credentials(ownerId, credential, minimumSize);
    }

    /** The same for a session that there is already, under a key of its own. */
    Credentials scope(String accountId, String ownerId, Temporary session, @Nullable Integer minimumSize) {
        Temporary credential = new Temporary(
                accessKeyIds.temporary(accountId),
                session.origin(),
                session.issuedAt(),
                session.expiresAt(),
                session.details());
        return credentials(ownerId, credential, minimumSize);
    }

    private Credentials credentials(String ownerId, Temporary credential, @Nullable Integer minimumSize) {
        int minimum = minimumSize == null ? 0 : minimumSize;
        if (minimum < 0 || minimum > SessionTokens.ROOM) {
            throw Refused.validation("The MinimumSessionTokenSize must be between 0 and " + SessionTokens.ROOM + ".");
        }
        Session session = new Session(credential, ownerId, accessKeyIds.secret());
        String token = tokens.issue(session, minimum);
        if (token.length() > SessionTokens.ROOM) {
            throw new Refused(
                    ErrorCode.PACKED_POLICY_TOO_LARGE,
                    "The session token size of " + token.length() + " bytes exceeds the maximum allowed size of "
                            + SessionTokens.ROOM + " bytes.");
        }
        return Credentials.builder()
                .accessKeyId(credential.accessKeyId())
                .secretAccessKey(session.secret())
                .sessionToken(token)
                .expiration(credential.expiresAt())
                .build();
    }

    /** The size of the session token in bytes. */
    static int size(Credentials credentials) {
        return credentials.sessionToken().length();
    }

    /** How much of the room of a session token is used, in percent. */
    static int utilization(Credentials credentials) {
        return PERCENT * size(credentials) / SessionTokens.ROOM;
    }
}
