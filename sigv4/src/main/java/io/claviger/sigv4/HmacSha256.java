package io.claviger.sigv4;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC-SHA256 under one key, RFC 2104. Immutable, safe for use by many threads.
 *
 * <p>It keeps the two hash states that RFC 2104, section 4, says may be computed once for a key, and clones them for
 * each message. The JDK's {@code Mac} hashes both padded keys again each time, which is half of the work for messages
 * as short as a string to sign.
 */
final class HmacSha256 {

    private static final int BLOCK = 64;

    private final MessageDigest inner;
    private final MessageDigest outer;

    /** Takes the key as it is at this moment. */
    HmacSha256(byte[] key) {
        byte[] block = Arrays.copyOf(key.length > BLOCK ? Sha256.hash(key) : key, BLOCK);
        this.inner = padded(block, 0x36);
        this.outer = padded(block, 0x5c);
        Arrays.fill(block, (byte) 0);
    }

    /** The code of the message, 32 bytes. */
    byte[] mac(byte[] message) {
        return copy(outer).digest(copy(inner).digest(message));
    }

    private static MessageDigest padded(byte[] block, int pad) {
        byte[] padded = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            padded[i] = (byte) (block[i] ^ pad);
        }
        MessageDigest state = Sha256.fresh();
        state.update(padded);
        Arrays.fill(padded, (byte) 0);
        return state;
    }

    private static MessageDigest copy(MessageDigest state) {
        try {
            return (MessageDigest) state.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of this platform cannot be cloned", e);
        }
    }
}
