package io.claviger.storage.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.claviger.iam.Sealing;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * AES-256-GCM by Tink, with a random nonce of 96 bits in front of what it seals, and the context as associated data.
 * One key may seal four billion texts before nonces are likely to meet.
 *
 * @see <a href="https://developers.google.com/tink/aead">Authenticated encryption with associated data</a>
 */
public final class TinkSealing implements Sealing {

    /** The length of a key. */
    static final int KEY_BYTES = 32;

    private final AesGcmJce cipher;

    /** Seals under the given key of {@value #KEY_BYTES} bytes. */
    TinkSealing(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a sealing key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    /** Seals under a new key that nobody else has and that ends with this object. */
    public static TinkSealing ephemeral() {
        return new TinkSealing(newKey());
    }

    /** A new random key. */
    static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    @Override
    public byte[] sealBytes(byte[] plaintext, String context) {
        try {
            return cipher.encrypt(plaintext, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    @Override
    public Optional<byte[]> openBytes(byte[] sealed, String context) {
        try {
            return Optional.of(cipher.decrypt(sealed, context.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
