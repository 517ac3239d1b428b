package io.claviger.access;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.iam.FormerSealing;
import io.claviger.iam.Sealing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Session tokens: temporary credentials sealed into the token itself, so that no row is kept per session. What a token
 * says was said by this deployment, for nobody else can seal one. Thread-safe.
 */
public final class SessionTokens {

    private static final String SEPARATOR = "\n";
    private static final int MAX_LENGTH = 8192;

    /** The most bytes that a token may take; AWS takes no more than this for a token's least size either. */
    public static final int ROOM = 4_096;

    private static final int BYTES = 3;
    private static final int CHARACTERS = 4;

    /** No session is longer, so none that was sealed under a former key is good for longer after its end. */
    private static final Duration LONGEST = Duration.ofHours(36);

    private final Sealing sealing;
    private final @Nullable FormerSealing former;
    private final InstantSource clock;

    /** Seals and opens under the deployment's key. */
    public SessionTokens(Sealing sealing) {
        this(sealing, Optional.empty(), InstantSource.system());
    }

    /** Seals under the deployment's key, and opens what was sealed before under the former one until its end. */
    public SessionTokens(Sealing sealing, Optional<FormerSealing> former, InstantSource clock) {
        this.sealing = sealing;
        this.former = former.orElse(null);
        this.clock = clock;
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
        return issue(session, 0);
    }

    /**
     * The token of a session, filled up to a size.
     *
     * @param minimumSize how many characters the token has at least
     */
    public String issue(Session session, int minimumSize) {
        byte[] sealed = seal(session, 0);
        int missing = (minimumSize * BYTES + CHARACTERS - 1) / CHARACTERS - sealed.length;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(missing <= 0 ? sealed : seal(session, missing));
    }

    private byte[] seal(Session session, int padding) {
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
        return sealing.seal(padded(content, padding), context(credential.accessKeyId()));
    }

    /** What follows the last field is not read. */
    private static String padded(String content, int padding) {
        return padding == 0 ? content : content + SEPARATOR + "=".repeat(padding - SEPARATOR.length());
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
        return sealing.open(sealed, context(accessKeyId))
                .map(SessionTokens::session)
                .or(() -> underFormerKey(sealed, accessKeyId));
    }

    /** Only what was sealed before the key was replaced, and is not older than any session can be. */
    private Optional<Session> underFormerKey(byte[] sealed, String accessKeyId) {
        FormerSealing before = former;
        if (before == null || clock.instant().isAfter(before.replaced().plus(LONGEST))) {
            return Optional.empty();
        }
        return before.sealing()
                .open(sealed, context(accessKeyId))
                .map(SessionTokens::session)
                .filter(session -> !session.credential().issuedAt().isAfter(before.replaced()))
                .filter(session -> !session.credential()
                        .expiresAt()
                        .isAfter(session.credential().issuedAt().plus(LONGEST)));
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

    /** The details in base 64, for those who keep them until another session is made of them. */
    public static String packed(SessionDetails details) {
        return Base64.getEncoder().encodeToString(PackedDetails.pack(details));
    }

    /** What {@link #packed} packed. */
    public static SessionDetails unpacked(String packed) {
        return PackedDetails.unpack(Base64.getDecoder().decode(packed));
    }

    private static String context(String accessKeyId) {
        return "session:" + accessKeyId;
    }
}
