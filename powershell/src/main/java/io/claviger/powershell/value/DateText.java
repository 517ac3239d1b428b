package io.claviger.powershell.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as text: in ISO 8601, and in the form of en-US in which dates are printed. Without an offset, UTC is
 * meant.
 */
final class DateText {

    private static final List<DateTimeFormatter> MOMENTS = List.of(
            pattern("M/d/uuuu h:mm:ss a"),
            pattern("M/d/uuuu h:mm a"),
            pattern("M/d/uuuu H:mm:ss"),
            pattern("M/d/uuuu H:mm"),
            pattern("uuuu-M-d H:mm:ss"),
            pattern("uuuu-M-d H:mm"),
            DateTimeFormatter.ISO_LOCAL_DATE_TIME);

    private static final List<DateTimeFormatter> DAYS =
            List.of(pattern("M/d/uuuu"), pattern("uuuu-M-d"), pattern("uuuu/M/d"));

    private static final Pattern WITH_OFFSET = Pattern.compile("(?s)(.*\\d) ?([Zz]|[+-]\\d\\d:\\d\\d)");

    private DateText() {}

    private static DateTimeFormatter pattern(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US);
    }

    /** The date and time, if the text is one. */
    static Optional<OffsetDateTime> read(String text) {
        Matcher split = WITH_OFFSET.matcher(text);
        if (!split.matches()) {
            return local(text).map(time -> time.atOffset(ZoneOffset.UTC));
        }
        try {
            ZoneOffset offset = ZoneOffset.of(split.group(2).toUpperCase(Locale.ROOT));
            return local(split.group(1)).map(time -> time.atOffset(offset));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> local(String text) {
        for (DateTimeFormatter format : MOMENTS) {
            try {
                return Optional.of(LocalDateTime.parse(text, format));
            } catch (DateTimeParseException _) {
                // The next form may fit.
            }
        }
        for (DateTimeFormatter format : DAYS) {
            try {
                return Optional.of(LocalDate.parse(text, format).atStartOfDay());
            } catch (DateTimeParseException _) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }
}
