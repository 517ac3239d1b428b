package io.claviger.storage.sealing;

import java.util.Base64;

/** A sealing key as it is written down. */
final class KeyText {

    /** What is said of a text that is no sealing key. */
    static final String DAMAGED = "is not the base-64 form of " + TinkSealing.KEY_BYTES
            + " bytes (44 characters): it is damaged, or is no sealing key";

    private KeyText() {}

    /**
     * The bytes of a key.
     *
     * @throws IllegalArgumentException if the text is no sealing key; it has no cause, which could quote the text
     */
    static byte[] bytes(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(DAMAGED);
        }
        if (key.length != TinkSealing.KEY_BYTES) {
            throw new IllegalArgumentException(DAMAGED);
        }
        return key;
    }
}
