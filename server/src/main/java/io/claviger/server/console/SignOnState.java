package io.claviger.server.console;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.claviger.iam.Sealing;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a browser keeps from the time when it is sent to an identity provider until it comes back: it alone can finish what it
 * began. Sealed, so that nobody else can make one.
 *
 * @param state what the provider gives back
 * @param nonce what the token must say
 * @param verifier what is exchanged with the code
 * @param provider where it was sent to: the account and the name
 * @param end from when on it is of no use
 */
record SignOnState(String state, String nonce, String verifier, String provider, Instant end) {

    private static final String CONTEXT = "console-sign-on";
    private static final String SEPARATOR = "\n";
    private static final int FIELDS = 5;
    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST = 4_096;

    /** A new one. */
    static SignOnState random(SecureRandom random, String provider, Instant end) {
        return new SignOnState(text(random), text(random), text(random), provider, end);
    }

    private static String text(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return encoded(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The hash of the verifier, by the method S256. */
    String challenge() {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    String sealed(Sealing sealing) {
        String content = String.join(SEPARATOR, state, nonce, verifier, Long.toString(end.getEpochSecond()), provider);
        return encoded(sealing.seal(content, CONTEXT));
    }

    /** The one that was sealed; empty if this deployment did not seal it. */
    static Optional<SignOnState> open(String text, Sealing sealing) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return sealing.open(Base64.getUrlDecoder().decode(text), CONTEXT).map(SignOnState::read);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static SignOnState read(String content) {
        List<String> fields = List.of(content.split(SEPARATOR, FIELDS));
        return new SignOnState(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                fields.get(4),
                Instant.ofEpochSecond(Long.parseLong(fields.get(3))));
    }

    /** Whether a text that came back is the state, compared in constant time. */
    boolean isState(String given) {
        return MessageDigest.isEqual(state.getBytes(US_ASCII), given.getBytes(US_ASCII));
    }

    @Override
    public String toString() {
        return "SignOnState[" + provider + "]";
    }
}
