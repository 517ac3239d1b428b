package io.claviger.policy.condition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment in time.
 *
 * @param second seconds since 1970-01-01T00:00Z
 * @param nano nanoseconds of the second
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">The W3C profile of ISO 8601</a>
 */
record Moment(long second, int nano) implements Comparable<Moment> {

    private static final int MAX_LENGTH = 40;

    /** Every repetition is bounded and no two alternatives begin alike, so that matching is linear. */
    private static final Pattern PROFILE = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2})"
            + "(?:T(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?(?:Z|([+-])(\\d{2}):?(\\d{2})))?)?");

    private static final Comparator<Moment> ORDER =
            Comparator.comparingLong(Moment::second).thenComparingInt(Moment::nano);

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }

    /**
     * Reads whole seconds since the epoch, or a date with at least year and month; a time needs its offset. A bare number
     * is never a year.
     *
     * @return null if the text is neither
     */
    static @Nullable Moment parse(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        if (Numbers.digits(text, from, text.length())) {
            try {
                return new Moment(Long.parseLong(text), 0);
            } catch (NumberFormatException outOfRange) {
                return null;
            }
        }
        Matcher fields = PROFILE.matcher(text);
        if (!fields.matches()) {
            return null;
        }
        try {
            return of(fields);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static Moment of(Matcher fields) {
        LocalDate date = LocalDate.of(field(fields, 1, 0), field(fields, 2, 1), field(fields, 3, 1));
        String fraction = fields.group(7);
        int nano = fraction == null ? 0 : Integer.parseInt(fraction + "0".repeat(9 - fraction.length()));
        LocalTime time = LocalTime.of(field(fields, 4, 0), field(fields, 5, 0), field(fields, 6, 0), nano);
        LocalTime offset = LocalTime.of(field(fields, 9, 0), field(fields, 10, 0));
        int shift = offset.toSecondOfDay() * ("-".equals(fields.group(8)) ? -1 : 1);
        return new Moment(date.toEpochDay() * 86_400 + time.toSecondOfDay() - shift, nano);
    }

    private static int field(Matcher fields, int group, int missing) {
        String digits = fields.group(group);
        return digits == null ? missing : Integer.parseInt(digits);
    }
}
