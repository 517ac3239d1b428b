package io.claviger.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.access.CompactOutput.Base64Alphabet;
import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * How a session is written down before it is sealed. Each format is sealed for a context of its own, which names the access
 * key, so nothing that was sealed in one format is read in another.
 */
public enum SessionFormat {
    /** As few bytes as can be. The access key ID is in the context alone. */
    COMPACT("session/2:") {
        private static final int VERSION = 1;

        @Override
        byte[] write(Session session, int padding) {
            Temporary credential = session.credential();
            long issued = credential.issuedAt().getEpochSecond();
            CompactOutput out = new CompactOutput();
            out.number(VERSION);
            out.number(ORIGINS.indexOf(credential.origin()));
            out.number(issued);
            out.number(credential.expiresAt().getEpochSecond() - issued);
            out.id(session.ownerId());
            out.coded(session.secret(), Base64Alphabet.STANDARD, SECRET_BYTES);
            CompactDetails.write(credential.details(), out);
            out.zeros(padding);
            return out.toBytes();
        }

        @Override
        Optional<Session> read(byte[] content, String accessKeyId) {
            CompactInput in = new CompactInput(content);
            long version = in.number();
            long origin = in.number();
            if (version != VERSION || origin >= ORIGINS.size()) {
                return Optional.empty();
            }
            long issued = in.number();
            Instant expires = Instant.ofEpochSecond(issued + in.number());
            String ownerId = in.id();
            String secret = in.coded(Base64Alphabet.STANDARD, SECRET_BYTES);
            return CompactDetails.read(in)
                    .map(details -> new Temporary(
                            accessKeyId, ORIGINS.get((int) origin), Instant.ofEpochSecond(issued), expires, details))
                    .map(credential -> new Session(credential, ownerId, secret));
        }
    },
    /** Lines of text. Versions before the compact format know this one alone. */
    LINES("session:") {
        @Override
        byte[] write(Session session, int padding) {
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
            return padded(content, padding).getBytes(UTF_8);
        }

        // What follows the last field is not read.
        private static String padded(String content, int padding) {
            return padding == 0 ? content : content + SEPARATOR + "=".repeat(padding - SEPARATOR.length());
        }

        @Override
        Optional<Session> read(byte[] content, String accessKeyId) {
            List<String> fields = new String(content, UTF_8).lines().toList();
            Temporary credential = new Temporary(
                    fields.get(0),
                    Origin.valueOf(fields.get(1)),
                    Instant.ofEpochSecond(Long.parseLong(fields.get(2))),
                    Instant.ofEpochSecond(Long.parseLong(fields.get(3))),
                    PackedDetails.unpack(Base64.getDecoder().decode(fields.get(6))));
            return Optional.of(new Session(credential, fields.get(4), fields.get(5)));
        }
    };

    private static final String SEPARATOR = "\n";
    private static final int SECRET_BYTES = 30;

    /** Their places are their numbers in tokens: a new one comes last. */
    private static final List<Origin> ORIGINS = List.of(
            Origin.SESSION_TOKEN,
            Origin.ASSUMED_ROLE,
            Origin.CHAINED_ROLE,
            Origin.FEDERATION,
            Origin.ASSUMED_ROOT,
            Origin.DELEGATION,
            Origin.SIGN_IN);

    private final String context;

    SessionFormat(String context) {
        this.context = context;
    }

    /** For what a session of this access key is sealed. */
    String context(String accessKeyId) {
        return context + accessKeyId;
    }

    /**
     * The session as bytes.
     *
     * @param padding how many bytes follow that say nothing
     */
    abstract byte[] write(Session session, int padding);

    /** The session; empty if a later version wrote it, and this one cannot say what it may do. */
    abstract Optional<Session> read(byte[] content, String accessKeyId);
}
