package io.claviger.policy.condition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
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
 * @see <a href="https://www.joda.org/joda-time/apidocs/org/joda/time/format/ISODateTimeFormat.html#dateTimeParser--">The
 *     wider form that AWS takes</a>
 */
record Moment(long second, int nano) implements Comparable<Moment> {

    private static final int MAX_LENGTH = 40;
    private static final int FIRST_YEAR = -292_275_054;
    private static final int LAST_YEAR = 292_278_993;
    private static final long SECOND = 1_000_000_000L;

    private static final String DATE = "(?<year>[+-]?\\d{1,9})"
            + "(?:-[Ww](?<week>\\d{1,2})(?:-(?<weekday>\\d))?|-(?<yearday>\\d{3})|-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?)?";
    private static final String FRACTION = "(?:[.,](?<fraction>\\d{1,9}))?";
    private static final String TIME =
            "(?:(?<hour>\\d{1,2})(?::(?<minute>\\d{1,2})(?::(?<second>\\d{1,2}))?)?" + FRACTION + ")?";
    private static final String ZONE = "(?:[Zz]|(?<sign>[+-])(?<zonehour>\\d{2})(?::?(?<zoneminute>\\d{2}))?)?";

    /** Every repetition is bounded and short, so that matching is linear. */
    private static final Pattern FORM = Pattern.compile(DATE + "(?:[Tt]" + TIME + ZONE + ")?");

    private static final Comparator<Moment> ORDER =
            Comparator.comparingLong(Moment::second).thenComparingInt(Moment::nano);

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }

    /**
     * Reads whole seconds since the epoch, or a date, perhaps with a time. A time without a zone is in UTC. A bare number is
     * never a year.
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
        Matcher fields = FORM.matcher(text);
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
        int hour = field(fields, "hour", 0, 23);
        int minute = field(fields, "minute", 0, 59);
        int second = field(fields, "second", 0, 59);
        int shift = 60 * (60 * field(fields, "zonehour", 0, 23) + field(fields, "zoneminute", 0, 59));
        long fraction = fraction(fields);
        long time = 60L * (60 * hour + minute) + second + fraction / SECOND;
        long zone = "-".equals(fields.group("sign")) ? -shift : shift;
        return new Moment(date(fields).toEpochDay() * 86_400 + time - zone, (int) (fraction % SECOND));
    }

    private static LocalDate date(Matcher fields) {
        int year = Integer.parseInt(fields.group("year"));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("no such year");
        }
        if (fields.group("week") != null) {
            LocalDate inFirstWeek = LocalDate.of(year, 1, 4);
            int week = field(fields, "week", 1, (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR
                    .rangeRefinedBy(inFirstWeek)
                    .getMaximum());
            int weekday = field(fields, "weekday", 1, 7);
            return inFirstWeek.plusDays(
                    7L * (week - 1) + weekday - inFirstWeek.getDayOfWeek().getValue());
        }
        if (fields.group("yearday") != null) {
            return LocalDate.ofYearDay(year, field(fields, "yearday", 1, 366));
        }
        return LocalDate.of(year, field(fields, "month", 1, 12), field(fields, "day", 1, 31));
    }

    /** The fraction of the last field of the time, in nanoseconds. */
    private static long fraction(Matcher fields) {
        String digits = fields.group("fraction");
        if (digits == null) {
            return 0;
        }
        long unit = fields.group("second") != null ? 1 : fields.group("minute") != null ? 60 : 3_600;
        return Integer.parseInt(digits + "0".repeat(9 - digits.length())) * unit;
    }

    /** A field, or the least value if it is missing. */
    private static int field(Matcher fields, String name, int least, int most) {
        String digits = fields.group(name);
        int value = digits == null ? least : Integer.parseInt(digits);
        if (value < least || value > most) {
            throw new DateTimeException(name + " is out of range");
        }
        return value;
    }
}
