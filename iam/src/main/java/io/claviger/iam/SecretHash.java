package io.claviger.iam;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The hash of a secret that this program drew: a plain SHA-256, which is enough for hundreds of random bits. A password
 * that somebody chose needs more: {@link PasswordHash}. Immutable; its {@link #toString} shows nothing.
 *
 * @param encoded {@code $sha256$} and the hash in base 64
 */
public record SecretHash(String encoded) {

    private static final String PREFIX = "$sha256$";

    /** The hash of a secret. */
    public static SecretHash of(String secret) {
        return new SecretHash(PREFIX + Base64.getEncoder().encodeToString(sha256(secret)));
    }

    /** Whether this is the secret. Takes the same time however much of it is right. */
    public boolean isOf(String secret) {
        return MessageDigest.isEqual(
                encoded.getBytes(UTF_8), of(secret).encoded().getBytes(UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SecretHash[…]";
    }
}
