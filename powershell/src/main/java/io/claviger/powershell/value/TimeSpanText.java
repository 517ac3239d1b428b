package io.claviger.powershell.value;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Spans of time as text, as <a href="https://learn.microsoft.com/dotnet/api/system.timespan.parse">.NET</a> parses them
 * in the invariant culture: {@code [-][d.]hh:mm[:ss[.fffffff]]}, or days alone.
 */
public final class TimeSpanText {

    private static final Pattern DAYS = Pattern.compile("(-)?([0-9]{1,8})");
    private static final Pattern CLOCK = Pattern.compile(
            "(-)?(?:([0-9]{1,8})\\.)?([01]?[0-9]|2[0-3]):([0-5]?[0-9])(?::([0-5]?[0-9])(?:\\.([0-9]{1,7}))?)?");
    private static final int FRACTION_DIGITS = 7;
    private static final int NANOS_A_TICK = 100;

    private TimeSpanText() {}

    /** The span, if the text is one. */
    public static Optional<Duration> parse(String text) {
        String given = text.strip();
        Matcher days = DAYS.matcher(given);
        if (days.matches()) {
            return Optional.of(signed(days.group(1), Duration.ofDays(Long.parseLong(days.group(2)))));
        }
        Matcher clock = CLOCK.matcher(given);
        if (!clock.matches()) {
            return Optional.empty();
        }
        Duration span = Duration.ofDays(number(clock.group(2)))
                .plusHours(number(clock.group(3)))
                .plusMinutes(number(clock.group(4)))
                .plusSeconds(number(clock.group(5)))
                .plusNanos(ticks(clock.group(6)) * NANOS_A_TICK);
        return Optional.of(signed(clock.group(1), span));
    }

    /** Why a text is no span, in .NET's words. */
    public static String why(String text) {
        return text.strip().matches("-?[\\d.:]*\\d[\\d.:]*")
                ? "The TimeSpan string '" + text
                        + "' could not be parsed because at least one of the numeric components"
                        + " is out of range or contains too many digits."
                : "String '" + text + "' was not recognized as a valid TimeSpan.";
    }

    private static Duration signed(@Nullable String minus, Duration span) {
        return minus == null ? span : span.negated();
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long ticks(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits + "0".repeat(FRACTION_DIGITS - digits.length()));
    }
}
