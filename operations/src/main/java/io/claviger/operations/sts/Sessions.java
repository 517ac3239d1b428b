package io.claviger.operations.sts;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.access.SessionDetails;
import io.claviger.access.SessionTokens;
import io.claviger.access.SessionTokens.Session;
import io.claviger.iam.AccessKeyIds;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Issues temporary credentials: they are sealed into their token, and nothing is written. Thread-safe.
 *
 * @param accessKeyIds makes keys and secrets
 * @param tokens seals them
 */
record Sessions(AccessKeyIds accessKeyIds, SessionTokens tokens) {

    /**
     * New credentials.
     *
     * @param accountId the account that the key's ID carries
     * @param ownerId the unique ID of the user or role, or the account's for its root user
     */
    Credentials issue(
            String accountId, String ownerId, Origin origin, Instant now, Duration duration, SessionDetails details) {
        Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
        Temporary credential =
                new Temporary(accessKeyIds.temporary(accountId), origin, issued, issued.plus(duration), details);
        Session session = new Session(credential, ownerId, accessKeyIds.secret());
        return Credentials.builder()
                .accessKeyId(credential.accessKeyId())
                .secretAccessKey(session.secret())
                .sessionToken(tokens.issue(session))
                .expiration(credential.expiresAt())
                .build();
    }
}
