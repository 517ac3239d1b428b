package io.claviger.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * A growing buffer of UTF-8 that an answer is written into, in the form of a subclass. The descriptions of answers
 * ({@link OutputShape}) say what is written, and do not know the form. For one thread.
 */
abstract class AnswerBuffer {

    static final char REPLACEMENT = 0xFFFD;

    private static final int INITIAL_SIZE = 1_024;
    private static final String HEX = "0123456789ABCDEF";

    byte[] bytes = new byte[INITIAL_SIZE];
    int size;

    /** Where the last blob ends; 0 before there is one. */
    private int blobEnd;

    /** Whether structures have their members by name, and not in the model's order. */
    abstract boolean sortsMembers();

    /** What stands before a structure's members. */
    abstract void openStructure();

    abstract void closeStructure();

    abstract void openMember(MemberName name);

    abstract void closeMember(MemberName name);

    /** A member that is not set. */
    abstract void unset(MemberName name);

    abstract void openList();

    abstract void openElement();

    abstract void closeElement();

    abstract void closeList();

    abstract void openMap();

    abstract void openEntry(String key);

    abstract void closeEntry();

    abstract void closeMap();

    /** Writes text, whatever it holds. */
    abstract void text(String text);

    /** Writes text percent-encoded: all but the unreserved characters of RFC 3986. */
    abstract void percentEncoded(String text);

    /** Writes what its Java text form already is: a number or a truth value. */
    abstract void plain(Object value);

    /** Writes a moment, in whole seconds. */
    abstract void timestamp(Instant moment);

    /** Writes bytes, as base64. */
    abstract void binary(byte[] binary);

    final byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Writes markup as it is. */
    final void markup(Markup markup) {
        ensure(markup.length());
        markup.copyTo(bytes, size);
        size += markup.length();
    }

    final void ascii(char c) {
        ensure(1);
        bytes[size++] = (byte) c;
    }

    /** Characters that are known to be ASCII. */
    final void ascii(String text) {
        int length = text.length();
        ensure(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    final void base64(byte[] binary) {
        byte[] encoded = Base64.getEncoder().encode(binary);
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        blobEnd = size;
    }

    /** What was written, parted where the last blob ends. */
    final StreamedResponse parted() {
        return new StreamedResponse(Arrays.copyOf(bytes, blobEnd), Arrays.copyOfRange(bytes, blobEnd, size));
    }

    final void percents(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (byte b : utf8) {
            ensure(3);
            if (isUnreserved(b)) {
                bytes[size++] = b;
            } else {
                bytes[size++] = '%';
                bytes[size++] = (byte) HEX.charAt((b >> 4) & 0xF);
                bytes[size++] = (byte) HEX.charAt(b & 0xF);
            }
        }
    }

    private static boolean isUnreserved(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '.'
                || b == '_'
                || b == '~';
    }

    /** Writes a code point that is not ASCII, half a surrogate pair as U+FFFD; there must be room for it. */
    final void wide(int codePoint) {
        if (codePoint >= 0x10000) {
            bytes[size++] = (byte) (0xF0 | (codePoint >> 18));
            bytes[size++] = continuation(codePoint >> 12);
            bytes[size++] = continuation(codePoint >> 6);
            bytes[size++] = continuation(codePoint);
        } else if (codePoint < 0x800) {
            bytes[size++] = (byte) (0xC0 | (codePoint >> 6));
            bytes[size++] = continuation(codePoint);
        } else {
            int said = Character.isSurrogate((char) codePoint) ? REPLACEMENT : codePoint;
            bytes[size++] = (byte) (0xE0 | (said >> 12));
            bytes[size++] = continuation(said >> 6);
            bytes[size++] = continuation(said);
        }
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    final void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
