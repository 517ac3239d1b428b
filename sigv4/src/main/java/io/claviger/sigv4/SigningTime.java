package io.claviger.sigv4;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The time a request was signed at, to the second. Immutable.
 *
 * @param text in ISO 8601 basic format, {@code 20150830T123600Z}: the form that is signed
 */
record SigningTime(String text, long epochSecond) {

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int LENGTH = 16;

    static SigningTime of(long epochSecond) {
        return new SigningTime(BASIC.format(Instant.ofEpochSecond(epochSecond)), epochSecond);
    }

    /** Reads ISO 8601 basic format in UTC; null for anything else. */
    static @Nullable SigningTime parse(String text) {
        if (text.length() != LENGTH || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 4, 6);
        int day = digits(text, 6, 8);
        int hour = digits(text, 9, 11);
        int minute = digits(text, 11, 13);
        int second = digits(text, 13, 15);
        if ((year | month | day | hour | minute | second) < 0) {
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.of(year, month, day, hour, minute, second);
            return new SigningTime(text, time.toEpochSecond(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Reads a {@code Date} header: ISO 8601 basic format, or the preferred format of RFC 9110, section 5.6.7. */
    static @Nullable SigningTime parseHttpDate(String text) {
        SigningTime basic = parse(text);
        if (basic != null) {
            return basic;
        }
        try {
            long second = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toEpochSecond();
            SigningTime time = of(second);
            return time.text.length() == LENGTH ? time : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day, {@code YYYYMMDD}, as a credential scope names it. */
    String date() {
        return text.substring(0, 8);
    }

    Instant instant() {
        return Instant.ofEpochSecond(epochSecond);
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
