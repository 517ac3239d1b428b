package io.claviger.sigv4;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A text that is put together to be hashed, kept as the bytes of its UTF-8 form: one pass checks and copies, and none
 * encodes. For one thread.
 */
final class CanonicalText {

    private byte[] bytes = new byte[512];
    private int length;

    CanonicalText append(String text) {
        int count = text.length();
        reserve(count);
        byte[] into = bytes;
        int start = length;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return appendEncoded(text);
            }
            into[start + i] = (byte) c;
        }
        length = start + count;
        return this;
    }

    private CanonicalText appendEncoded(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    /** Appends a character of ASCII. */
    CanonicalText append(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /**
     * Appends a header's value if it is printable ASCII with single spaces inside, as nearly all are, and otherwise
     * nothing.
     */
    boolean appendPlain(String value) {
        int count = value.length();
        reserve(count);
        byte[] into = bytes;
        int start = length;
        int printable = 0;
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            printable |= (c - ' ') | ('~' - c);
            into[start + i] = (byte) c;
        }
        if (printable < 0 || value.startsWith(" ") || value.endsWith(" ") || value.contains("  ")) {
            return false;
        }
        length = start + count;
        return true;
    }

    /** The SHA-256 hash in lower-case hexadecimal. */
    String hexHash() {
        var digest = Sha256.fresh();
        digest.update(bytes, 0, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
