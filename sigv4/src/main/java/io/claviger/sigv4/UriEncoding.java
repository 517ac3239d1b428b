package io.claviger.sigv4;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * AWS's {@code UriEncode}: "URI encode every byte except the unreserved characters: 'A'-'Z', 'a'-'z', '0'-'9', '-',
 * '.', '_', and '~'. The space character must be encoded as "%20" (and not as "+"). Letters in the hexadecimal value
 * must be uppercase."
 */
final class UriEncoding {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final boolean[] UNRESERVED = new boolean[128];

    static {
        for (char c = 0; c < UNRESERVED.length; c++) {
            UNRESERVED[c] = (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '.'
                    || c == '_'
                    || c == '~';
        }
    }

    private UriEncoding() {}

    static boolean isUnreserved(char c) {
        return c < 128 && UNRESERVED[c];
    }

    /** Encodes a text once, slashes too. */
    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            i = appendEncoded(out, text, i);
            if (i < 0) {
                throw new IllegalArgumentException("half a surrogate pair has no encoding");
            }
        }
        return out.toString();
    }

    /**
     * Encodes the character at an index, whatever it is.
     *
     * @return the index behind it; -1 for half a surrogate pair, which has no encoding
     */
    static int appendEncoded(StringBuilder out, String text, int i) {
        char c = text.charAt(i);
        if (isUnreserved(c)) {
            out.append(c);
            return i + 1;
        }
        if (c < 0x80) {
            appendByte(out, c);
            return i + 1;
        }
        int codePoint = text.codePointAt(i);
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return -1;
        }
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            appendByte(out, b & 0xff);
        }
        return i + Character.charCount(codePoint);
    }

    /**
     * Encodes the byte that a percent sign at an index stands for.
     *
     * @return the index behind the escape; -1 when two hexadecimal digits do not follow
     */
    static int appendEscape(StringBuilder out, String text, int i) {
        int value = escaped(text, i);
        if (value < 0) {
            return -1;
        }
        if (isUnreserved((char) value)) {
            out.append((char) value);
        } else {
            appendByte(out, value);
        }
        return i + 3;
    }

    /** The byte that a percent sign at an index stands for, or -1. */
    static int escaped(String text, int i) {
        if (i + 2 >= text.length()) {
            return -1;
        }
        int high = hexDigit(text.charAt(i + 1));
        int low = hexDigit(text.charAt(i + 2));
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }

    /** Decodes what {@link #encode} or {@link QueryParameters} made. */
    static String decode(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) == '%') {
                bytes.write(escaped(encoded, i));
                i += 2;
            } else {
                bytes.write(encoded.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static void appendByte(StringBuilder out, int b) {
        out.append('%').append(HEX[b >> 4]).append(HEX[b & 0xf]);
    }

    private static int hexDigit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        char lower = (char) (c | 0x20);
        return c < 128 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
