package io.claviger.iam;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** When access keys end by themselves: after so many days, or at a time. Immutable. */
public sealed interface KeyLimit {

    /** The tag of a user that limits their access keys. */
    String TAG = "claviger:access-keys-end";

    /** The property of an account that limits the access keys of all its users and of its root user. */
    String PROPERTY = "ClavigerAccessKeys/MaxAgeDays";

    /** The most days, about a hundred years. */
    int MOST_DAYS = 36_500;

    /** So long before a key's end, warnings begin. */
    Duration NOTICE = Duration.ofDays(14);

    /** The first moment at which a key that was made then is no longer good. */
    Instant end(Instant created);

    /** So many days after a key was made. */
    record Days(int number) implements KeyLimit {

        /** Refuses a number that is none of days. */
        public Days {
            if (number < 1 || number > MOST_DAYS) {
                throw new IllegalArgumentException(number + " days");
            }
        }

        @Override
        public Instant end(Instant created) {
            return created.plus(Duration.ofDays(number));
        }
    }

    /** At this time, whenever a key was made. */
    record At(Instant time) implements KeyLimit {

        @Override
        public Instant end(Instant created) {
            return time;
        }
    }

    /** A text that is no limit. It may have been meant to end keys, so it has ended them. */
    record Unreadable() implements KeyLimit {

        @Override
        public Instant end(Instant created) {
            return created;
        }
    }

    /**
     * What a tag's value says: a number of days, such as {@code 90}, the first day on which keys are no longer good, such
     * as {@code 2026-12-31}, or the first moment, such as {@code 2026-12-31T18:00:00Z}; days begin in UTC.
     */
    static KeyLimit of(String text) {
        return days(text)
                .<KeyLimit>map(days -> days)
                .or(() -> time(text).map(At::new))
                .orElseGet(Unreadable::new);
    }

    /** A number of days; empty if the text is none, or too many. */
    static Optional<Days> days(String text) {
        return Pattern.matches("[1-9][0-9]{0,4}", text) && Integer.parseInt(text) <= MOST_DAYS
                ? Optional.of(new Days(Integer.parseInt(text)))
                : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
