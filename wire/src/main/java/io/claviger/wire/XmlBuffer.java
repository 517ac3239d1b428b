package io.claviger.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;

/**
 * A growing buffer of UTF-8 that any text may be written into and that stays well-formed
 * <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0</a>: a character that XML cannot hold becomes U+FFFD. For one
 * thread.
 */
final class XmlBuffer {

    private static final int INITIAL_SIZE = 1_024;

    /** The most bytes that one char becomes, written as an entity. */
    private static final int MAX_BYTES_PER_CHAR = 5;

    /** Which ASCII characters stand for themselves. */
    private static final boolean[] PLAIN = plain();

    private static final int LAST_FOUR_DIGIT_YEAR = 9_999;
    private static final String HEX = "0123456789ABCDEF";
    private static final Markup LESS = Markup.of("&lt;");
    private static final Markup GREATER = Markup.of("&gt;");
    private static final Markup AMPERSAND = Markup.of("&amp;");
    private static final Markup CARRIAGE_RETURN = Markup.of("&#xD;");
    private static final char REPLACEMENT = 0xFFFD;

    private byte[] bytes = new byte[INITIAL_SIZE];
    private int size;

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Writes markup as it is. */
    void markup(Markup markup) {
        ensure(markup.length());
        markup.copyTo(bytes, size);
        size += markup.length();
    }

    /** Writes bytes as base64. */
    void base64(byte[] binary) {
        byte[] encoded = Base64.getEncoder().encode(binary);
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    /** Writes text, whatever it holds. */
    void text(String text) {
        int length = text.length();
        ensure(length);
        byte[] target = bytes;
        int place = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= PLAIN.length || !PLAIN[c]) {
                size = place;
                specialText(text, i);
                return;
            }
            target[place++] = (byte) c;
        }
        size = place;
    }

    /** Writes the rest of a text, from its first character that does not stand for itself. */
    private void specialText(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            ensure(MAX_BYTES_PER_CHAR);
            char c = text.charAt(i);
            if (c >= PLAIN.length) {
                i += wide(text.codePointAt(i));
            } else if (PLAIN[c]) {
                bytes[size++] = (byte) c;
            } else {
                escaped(c);
            }
        }
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x80];
        Arrays.fill(plain, ' ', plain.length, true);
        plain['<'] = false;
        plain['>'] = false;
        plain['&'] = false;
        plain['\n'] = true;
        plain['\t'] = true;
        return plain;
    }

    private void escaped(char c) {
        switch (c) {
            case '<' -> markup(LESS);
            case '>' -> markup(GREATER);
            case '&' -> markup(AMPERSAND);
            case '\r' -> markup(CARRIAGE_RETURN);
            default -> wide(REPLACEMENT);
        }
    }

    /** Writes a code point that is not ASCII; returns how many chars it takes beyond one. */
    private int wide(int codePoint) {
        if (codePoint >= 0x10000) {
            bytes[size++] = (byte) (0xF0 | (codePoint >> 18));
            bytes[size++] = continuation(codePoint >> 12);
            bytes[size++] = continuation(codePoint >> 6);
            bytes[size++] = continuation(codePoint);
            return 1;
        }
        if (codePoint < 0x800) {
            bytes[size++] = (byte) (0xC0 | (codePoint >> 6));
            bytes[size++] = continuation(codePoint);
        } else {
            boolean unsayable = Character.isSurrogate((char) codePoint) || codePoint >= 0xFFFE;
            int said = unsayable ? REPLACEMENT : codePoint;
            bytes[size++] = (byte) (0xE0 | (said >> 12));
            bytes[size++] = continuation(said >> 6);
            bytes[size++] = continuation(said);
        }
        return 0;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    /** Writes text percent-encoded: all but the unreserved characters of RFC 3986. */
    void percentEncoded(String text) {
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

    /** Writes a moment as ISO 8601 in UTC, whole seconds: {@code 2026-11-22T10:00:00Z}. */
    void timestamp(Instant moment) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > LAST_FOUR_DIGIT_YEAR) {
            text(DateTimeFormatter.ISO_INSTANT.format(moment.truncatedTo(ChronoUnit.SECONDS)));
            return;
        }
        ensure(20);
        digits(utc.getYear() / 100, '\0');
        digits(utc.getYear() % 100, '-');
        digits(utc.getMonthValue(), '-');
        digits(utc.getDayOfMonth(), 'T');
        digits(utc.getHour(), ':');
        digits(utc.getMinute(), ':');
        digits(utc.getSecond(), 'Z');
    }

    private void digits(int number, char after) {
        bytes[size++] = (byte) ('0' + number / 10);
        bytes[size++] = (byte) ('0' + number % 10);
        if (after != '\0') {
            bytes[size++] = (byte) after;
        }
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
