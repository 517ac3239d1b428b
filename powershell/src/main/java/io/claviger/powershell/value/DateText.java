package io.claviger.powershell.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as people write them in en-US and in ISO 8601, as .NET's
 * <a href="https://learn.microsoft.com/dotnet/api/system.datetime.parse">DateTime.Parse</a> reads them: {@code
 * 2024-01-05T15:04:05Z}, {@code 1/5/2024 3:04 PM}, {@code Jan 5 2024}, {@code Friday, January 5, 2024}. With an offset,
 * the result is this machine's time; without one, nobody said where.
 */
final class DateText {

    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:])(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,9}))?)?(?:\\s*([ap])m?\\b)?(?![\\d:])");
    private static final Pattern HOUR = Pattern.compile("(?<![\\d:])(\\d{1,2})\\s*([ap])m?\\b");
    private static final Pattern ZONE = Pattern.compile("^\\s*(z|gmt|[+-]\\d{1,2}(?::?\\d{2})?)\\s*$");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/. ])(\\d{1,2})(?:\\2(\\d{1,2}))?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})([-/. ])(\\d{1,2})(?:\\2(\\d{4}|\\d{1,2}))?");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\d_]*");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final int LAST_OF_THIS_CENTURY = 49;

    private final String text;
    private @Nullable ZoneOffset offset;

    private DateText(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
    }

    /** The date and time, if the text is one. */
    static Optional<Moment> read(String text) {
        DateText reading = new DateText(text);
        try {
            LocalDateTime clock = reading.clock();
            return clock == null ? Optional.empty() : Optional.of(reading.moment(clock));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Why a text is no date, in .NET's words. */
    static String why(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.matches(".*[+-](1[5-9]|[2-9]\\d)(:?\\d\\d)?\\s*") && text.indexOf(' ') > 0) {
            return "The time zone offset of string '" + text + "' must be within plus or minus 14 hours.";
        }
        Matcher words = WORD.matcher(lower);
        while (words.find()) {
            if (!isKnown(words.group())) {
                return "The string '" + text + "' was not recognized as a valid DateTime."
                        + " There is an unknown word starting at index '" + words.start() + "'.";
            }
        }
        return "String '" + text + "' was not recognized as a valid DateTime.";
    }

    private static boolean isKnown(String word) {
        return month(word) > 0
                || day(word) > 0
                || List.of("am", "pm", "a", "p", "t", "z", "gmt").contains(word)
                || (word.startsWith("t") && word.length() > 1 && Character.isDigit(word.charAt(1)));
    }

    private Moment moment(LocalDateTime clock) {
        return offset == null ? Moment.unspecified(clock) : Moment.local(clock.toInstant(offset));
    }

    private @Nullable LocalDateTime clock() {
        // The T of ISO 8601 stands between digits.
        String spaced = text.replaceAll("(?<=\\d)t(?=\\d)", " ").strip();
        Matcher time = TIME.matcher(spaced);
        Matcher hour = HOUR.matcher(spaced);
        if (time.find()) {
            String fraction = time.group(4) == null ? "" : time.group(4);
            LocalTime at = LocalTime.of(
                    half(time.group(1), time.group(5)),
                    Integer.parseInt(time.group(2)),
                    time.group(3) == null ? 0 : Integer.parseInt(time.group(3)),
                    Integer.parseInt((fraction + "000000000").substring(0, 9)));
            return joined(spaced.substring(0, time.start()), spaced.substring(time.end()), at);
        }
        if (hour.find()) {
            LocalTime at = LocalTime.of(half(hour.group(1), hour.group(2)), 0);
            return joined(spaced.substring(0, hour.start()), spaced.substring(hour.end()), at);
        }
        if (spaced.matches(".*\\d ?z")) {
            offset = ZoneOffset.UTC;
            spaced = spaced.substring(0, spaced.length() - 1).strip();
        }
        LocalDate date = date(spaced);
        return date == null ? null : date.atStartOfDay();
    }

    /** The hour of the day, from one of half a day. */
    private static int half(String hour, @Nullable String half) {
        int number = Integer.parseInt(hour);
        if (half == null) {
            return number;
        }
        if (number > 12) {
            throw new DateTimeException("hour");
        }
        return number % 12 + (half.equals("p") ? 12 : 0);
    }

    private @Nullable LocalDateTime joined(String before, String after, LocalTime time) {
        String rest = after;
        Matcher zone = ZONE.matcher(after);
        if (zone.matches()) {
            offset = zone(zone.group(1));
            rest = "";
        }
        String written = (before + " " + rest).strip();
        LocalDate date = written.isEmpty() ? LocalDate.now(java.time.ZoneId.systemDefault()) : date(written);
        return date == null ? null : date.atTime(time);
    }

    private static ZoneOffset zone(String written) {
        if (written.equals("z") || written.equals("gmt")) {
            return ZoneOffset.UTC;
        }
        String digits = written.substring(1).replace(":", "");
        String four = digits.length() <= 2 ? "0".repeat(2 - digits.length()) + digits + "00" : digits;
        String full = four.length() == 3 ? "0" + four : four;
        return ZoneOffset.of(written.charAt(0) + full);
    }

    private static @Nullable LocalDate date(String written) {
        Matcher year = YEAR_FIRST.matcher(written);
        if (year.matches()) {
            return LocalDate.of(number(year.group(1)), number(year.group(3)), day(year.group(4), 1));
        }
        Matcher month = MONTH_FIRST.matcher(written);
        if (month.matches()) {
            return LocalDate.of(year(month.group(4)), number(month.group(1)), number(month.group(3)));
        }
        return named(List.of(written.split("[\\s,\\-/.]+")));
    }

    /** A date with the name of its month. */
    private static @Nullable LocalDate named(List<String> words) {
        int month = 0;
        int weekday = 0;
        List<String> numbers = new ArrayList<>();
        for (String word : words) {
            if (word.matches("\\d{1,4}")) {
                numbers.add(word);
            } else if (month == 0 && month(word) > 0) {
                month = month(word);
            } else if (weekday == 0 && day(word) > 0) {
                weekday = day(word);
            } else {
                return null;
            }
        }
        if (month == 0 || numbers.isEmpty() || numbers.size() > 2) {
            return null;
        }
        String first = numbers.getFirst();
        boolean yearAlone = numbers.size() == 1 && first.length() > 2;
        boolean yearFirst = numbers.size() == 2 && first.length() > 2;
        String year = numbers.size() == 2 ? numbers.get(yearFirst ? 0 : 1) : yearAlone ? first : null;
        String day = yearAlone ? "1" : yearFirst ? numbers.get(1) : first;
        LocalDate date = LocalDate.of(year(year), month, number(day));
        return weekday == 0 || date.getDayOfWeek().getValue() == weekday ? date : null;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int day(@Nullable String digits, int missing) {
        return digits == null ? missing : number(digits);
    }

    /** A year; of two digits, one of the years from 1950 to 2049; this one if none is written. */
    private static int year(@Nullable String digits) {
        if (digits == null) {
            return LocalDate.now(java.time.ZoneId.systemDefault()).getYear();
        }
        int year = number(digits);
        return digits.length() > 2 ? year : year + (year > LAST_OF_THIS_CENTURY ? 1900 : 2000);
    }

    private static int month(String word) {
        return named(MONTHS, word);
    }

    private static int day(String word) {
        return named(DAYS, word);
    }

    private static int named(List<String> names, String word) {
        for (int i = 0; i < names.size(); i++) {
            if (word.equals(names.get(i)) || word.equals(names.get(i).substring(0, 3))) {
                return i + 1;
            }
        }
        return 0;
    }
}
