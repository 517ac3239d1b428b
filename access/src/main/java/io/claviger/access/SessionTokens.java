package io.claviger.access;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.iam.Sealing;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Session tokens: temporary credentials sealed into the token itself, so that no row is kept per session. What a token
 * says was said by this deployment, for nobody else can seal one. Thread-safe.
 */
public final class SessionTokens {

    private static final String SEPARATOR = "\n";
    private static final int MAX_LENGTH = 8192;

    private final Sealing sealing;

    /** Seals under the deployment's key. */
    public SessionTokens(Sealing sealing) {
        this.sealing = sealing;
    }

    /**
     * A session as its token carries it.
     *
     * @param ownerId the unique ID of the user or role, or an account's for its root user
     * @param secret the temporary key's secret
     */
    public record Session(Temporary credential, String ownerId, String secret) {

        @Override
        public String toString() {
            return "Session[" + credential.accessKeyId() + "]";
        }
    }

    /** The token of a session: base 64 in the alphabet of URLs. */
    public String issue(Session session) {
        Temporary credential = session.credential();
        String content = String.join(
                SEPARATOR,
                credential.accessKeyId(),
                credential.origin().name(),
                Long.toString(credential.issuedAt().getEpochSecond()),
                Long.toString(credential.expiresAt().getEpochSecond()),
                session.ownerId(),
                session.secret(),
                Base64.getEncoder().encodeToString(PackedDetails.pack(credential.details())));
        byte[] sealed = sealing.seal(content, context(credential.accessKeyId()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The session of a token; empty when this deployment did not issue the token for this access key ID. */
    public Optional<Session> open(String token, String accessKeyId) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return sealing.open(sealed, context(accessKeyId)).map(SessionTokens::session);
    }

    private static Session session(String content) {
        List<String> fields = content.lines().toList();
        Temporary credential = new Temporary(
                fields.get(0),
                Origin.valueOf(fields.get(1)),
                Instant.ofEpochSecond(Long.parseLong(fields.get(2))),
                Instant.ofEpochSecond(Long.parseLong(fields.get(3))),
                PackedDetails.unpack(Base64.getDecoder().decode(fields.get(6))));
        return new Session(credential, fields.get(4), fields.get(5));
    }

    /** How many bytes the details take in a token, of which there is little room. */
    public static int packedSize(SessionDetails details) {
        return PackedDetails.pack(details).length;
    }

    private static String context(String accessKeyId) {
        return "session:" + accessKeyId;
    }
}
