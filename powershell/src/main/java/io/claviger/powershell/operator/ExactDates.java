package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code [datetime]::ParseExact(text, format, culture)} and {@code SpecifyKind}. */
final class ExactDates {

    private static final Pattern PIECE =
            Pattern.compile("%?(([dfFHhKmMstyz])\\2*)|'([^']*)'|\"([^\"]*)\"|\\\\(.)|(.)", Pattern.DOTALL);

    private ExactDates() {}

    static Moment parse(String text, @Nullable Object formats) {
        for (Object format : Conversion.toList(formats)) {
            try {
                return read(text, Text.of(format));
            } catch (DateTimeParseException _) {
                // The next format may fit.
            }
        }
        throw problem(text);
    }

    private static TerminatingError problem(String text) {
        return OperatorErrors.thrown(
                "ParseExact", 3, "FormatException", "String '" + text + "' was not recognized as a valid DateTime.");
    }

    private static Moment read(String text, String format) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        Matcher pieces = PIECE.matcher(format.length() == 1 ? DateFormats.standard(format) : format);
        while (pieces.find()) {
            if (pieces.group(1) != null) {
                append(builder, pieces.group(1));
            } else {
                for (int group = 3; group <= 6; group++) {
                    if (pieces.group(group) != null) {
                        builder.appendLiteral(pieces.group(group));
                    }
                }
            }
        }
        DateTimeFormatter formatter = builder.parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
        TemporalAccessor found = formatter.parse(text);
        LocalDate date = found.query(TemporalQueries.localDate());
        LocalTime time = found.query(TemporalQueries.localTime());
        LocalDateTime clock = (date == null ? LocalDate.now(ZoneId.systemDefault()) : date)
                .atTime(time == null ? LocalTime.MIDNIGHT : time);
        ZoneOffset offset = found.query(TemporalQueries.offset());
        return offset == null ? Moment.unspecified(clock) : Moment.local(clock.toInstant(offset));
    }

    private static void append(DateTimeFormatterBuilder builder, String specifier) {
        int length = specifier.length();
        switch (specifier.charAt(0)) {
            case 'd' -> builder.appendPattern(length > 3 ? "EEEE" : length > 2 ? "EEE" : specifier);
            case 'y' -> builder.appendPattern(length > 2 ? "yyyy" : "yy");
            case 'f' -> builder.appendPattern("S".repeat(length));
            case 'F' -> builder.appendFraction(ChronoField.NANO_OF_SECOND, 0, length, false);
            case 't' -> builder.appendPattern("a");
            case 'K' -> builder.appendPattern("[XXX]");
            case 'z' -> builder.appendPattern(length > 2 ? "xxx" : "x");
            default -> builder.appendPattern(specifier);
        }
    }

    static Moment specified(@Nullable Object time, @Nullable Object kind) {
        Moment moment = Conversion.toDateTime(time);
        String wanted = Enumerations.cast("System.DateTimeKind", kind).name();
        for (Moment.Kind one : Moment.Kind.values()) {
            if (one.label().equals(wanted)) {
                return new Moment(moment.clock(), one);
            }
        }
        return moment;
    }
}
