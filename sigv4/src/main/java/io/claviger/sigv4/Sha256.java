package io.claviger.sigv4;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as a function. Safe for use by many threads. */
final class Sha256 {

    /** The hash of nothing, in lower-case hexadecimal. */
    static final String EMPTY_HEX = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** Never updated, only cloned: a clone costs a tenth of a look-up among the providers. */
    private static final MessageDigest PRISTINE = pristine();

    private Sha256() {}

    static byte[] hash(byte[] data) {
        return fresh().digest(data);
    }

    static String hexHash(byte[] data) {
        return data.length == 0 ? EMPTY_HEX : HexFormat.of().formatHex(hash(data));
    }

    static MessageDigest fresh() {
        try {
            return (MessageDigest) PRISTINE.clone();
        } catch (CloneNotSupportedException e) {
            return pristine();
        }
    }

    private static MessageDigest pristine() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
