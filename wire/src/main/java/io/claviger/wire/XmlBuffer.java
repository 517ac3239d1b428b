package io.claviger.wire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * An answer as XML: any text may be written, and it stays well-formed
 * <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0</a>, since a character that XML cannot hold becomes U+FFFD.
 * Structures have their members in the model's order; a member that is not set is left out. For one thread.
 */
final class XmlBuffer extends AnswerBuffer {

    /** The most bytes that one char becomes, written as an entity. */
    private static final int MAX_BYTES_PER_CHAR = 5;

    /** Which ASCII characters stand for themselves. */
    private static final boolean[] PLAIN = plain();

    private static final int LAST_FOUR_DIGIT_YEAR = 9_999;
    private static final Markup LESS = Markup.of("&lt;");
    private static final Markup GREATER = Markup.of("&gt;");
    private static final Markup AMPERSAND = Markup.of("&amp;");
    private static final Markup CARRIAGE_RETURN = Markup.of("&#xD;");
    private static final Markup OPEN_ELEMENT = Markup.of("<member>");
    private static final Markup CLOSE_ELEMENT = Markup.of("</member>");
    private static final Markup OPEN_KEY = Markup.of("<entry><key>");
    private static final Markup OPEN_VALUE = Markup.of("</key><value>");
    private static final Markup CLOSE_ENTRY = Markup.of("</value></entry>");

    @Override
    boolean sortsMembers() {
        return false;
    }

    @Override
    void openStructure() {}

    @Override
    void closeStructure() {}

    @Override
    void openMember(MemberName name) {
        markup(name.openTag());
    }

    @Override
    void closeMember(MemberName name) {
        markup(name.closeTag());
    }

    @Override
    void unset(MemberName name) {}

    @Override
    void openList() {}

    @Override
    void openElement() {
        markup(OPEN_ELEMENT);
    }

    @Override
    void closeElement() {
        markup(CLOSE_ELEMENT);
    }

    @Override
    void closeList() {}

    @Override
    void openMap() {}

    @Override
    void openEntry(String key) {
        markup(OPEN_KEY);
        text(key);
        markup(OPEN_VALUE);
    }

    @Override
    void closeEntry() {
        markup(CLOSE_ENTRY);
    }

    @Override
    void closeMap() {}

    @Override
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
                int codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint) - 1;
                wide(codePoint == 0xFFFE || codePoint == 0xFFFF ? REPLACEMENT : codePoint);
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

    @Override
    void percentEncoded(String text) {
        percents(text);
    }

    @Override
    void plain(Object value) {
        ascii(value.toString());
    }

    @Override
    void binary(byte[] binary) {
        base64(binary);
    }

    /** ISO 8601 in UTC: {@code 2026-11-22T10:00:00Z}. */
    @Override
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
}
