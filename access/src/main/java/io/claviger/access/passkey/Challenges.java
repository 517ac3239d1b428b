package io.claviger.access.passkey;

import io.claviger.access.passkey.Challenge.Purpose;
import io.claviger.iam.Sealing;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/**
 * Makes challenges, and recognizes those that it made. A challenge is a sealed text. It says for whom and for what it is,
 * and when it ends. So no server has to keep it, and every server of a deployment can take the answer to it. Each one is
 * different, and only the deployment's servers can make one. Thread-safe.
 */
final class Challenges {

    /** How long somebody may take to answer. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String CONTEXT = "passkey-challenge";
    private static final String SEPARATOR = "\n";
    private static final int FIELDS = 3;

    private final Sealing sealing;

    Challenges(Sealing sealing) {
        this.sealing = sealing;
    }

    /** A new challenge. */
    byte[] next(Purpose purpose, String ownerId, Instant now) {
        Instant end = now.truncatedTo(ChronoUnit.SECONDS).plus(PATIENCE);
        return sealing.seal(
                String.join(SEPARATOR, purpose.name(), Long.toString(end.getEpochSecond()), ownerId), CONTEXT);
    }

    /** What was sealed; empty if this deployment did not seal it. */
    Optional<Challenge> open(byte[] challenge) {
        return sealing.open(challenge, CONTEXT).map(text -> read(hash(challenge), text.split(SEPARATOR, FIELDS)));
    }

    private static Challenge read(String hash, String[] fields) {
        return new Challenge(
                hash, Purpose.valueOf(fields[0]), fields[2], Instant.ofEpochSecond(Long.parseLong(fields[1])));
    }

    private static String hash(byte[] challenge) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(challenge));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
