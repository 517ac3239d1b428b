package io.claviger.access;

import io.claviger.iam.FormerSealing;
import io.claviger.iam.Sealing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Session tokens: temporary credentials sealed into the token itself, so that no row is kept per session. What a token
 * says was said by this deployment, for nobody else can seal one. Thread-safe.
 */
public final class SessionTokens {

    private static final int MAX_LENGTH = 8192;

    /** The most bytes that a token may take; AWS takes no more than this for a token's least size either. */
    public static final int ROOM = 4_096;

    private static final int BYTES = 3;
    private static final int CHARACTERS = 4;

    /** No session is longer, so none that was sealed under a former key is good for longer after its end. */
    private static final Duration LONGEST = Duration.ofHours(36);

    private final Sealing sealing;
    private final Supplier<Optional<FormerSealing>> former;
    private final InstantSource clock;
    private final SessionFormat format;

    /** Seals and opens under the deployment's key. */
    public SessionTokens(Sealing sealing) {
        this(sealing, Optional::empty, InstantSource.system(), SessionFormat.COMPACT);
    }

    /**
     * Seals under the deployment's key, and opens what was sealed before under the former one until its end.
     *
     * @param former is asked for each token that the deployment's key does not open
     * @param format of the tokens that are issued; those of every format are opened
     */
    public SessionTokens(
            Sealing sealing, Supplier<Optional<FormerSealing>> former, InstantSource clock, SessionFormat format) {
        this.sealing = sealing;
        this.former = former;
        this.clock = clock;
        this.format = format;
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
        return sealing.sealBytes(
                format.write(session, padding),
                format.context(session.credential().accessKeyId()));
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
        return opened(sealing, sealed, accessKeyId)
                .or(() -> former.get().flatMap(before -> underFormerKey(before, sealed, accessKeyId)));
    }

    /** What is sealed in one format does not open as another. */
    private static Optional<Session> opened(Sealing sealing, byte[] sealed, String accessKeyId) {
        for (SessionFormat format : SessionFormat.values()) {
            Optional<byte[]> content = sealing.openBytes(sealed, format.context(accessKeyId));
            if (content.isPresent()) {
                return format.read(content.get(), accessKeyId);
            }
        }
        return Optional.empty();
    }

    /** Only what was sealed before the key was replaced, and is not older than any session can be. */
    private Optional<Session> underFormerKey(FormerSealing before, byte[] sealed, String accessKeyId) {
        if (clock.instant().isAfter(before.replaced().plus(LONGEST))) {
            return Optional.empty();
        }
        return opened(before.sealing(), sealed, accessKeyId)
                .filter(session -> !session.credential().issuedAt().isAfter(before.replaced()))
                .filter(session -> !session.credential()
                        .expiresAt()
                        .isAfter(session.credential().issuedAt().plus(LONGEST)));
    }

    /** How many bytes the details take in a token, of which there is little room. */
    public static int packedSize(SessionDetails details) {
        CompactOutput out = new CompactOutput();
        CompactDetails.write(details, out);
        return out.size();
    }

    /** The details in base 64, for those who keep them until another session is made of them. */
    public static String packed(SessionDetails details) {
        return Base64.getEncoder().encodeToString(PackedDetails.pack(details));
    }

    /** What {@link #packed} packed. */
    public static SessionDetails unpacked(String packed) {
        return PackedDetails.unpack(Base64.getDecoder().decode(packed));
    }
}
