package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.TerminatingError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The methods of dates. */
final class MomentMethods {

    private MomentMethods() {}

    static Optional<MethodResult> call(Moment time, String name, List<@Nullable Object> arguments) {
        Object first = arguments.isEmpty() ? null : arguments.getFirst();
        Object result = switch (name.toLowerCase(Locale.ROOT)) {
            case "adddays" -> later(time, name, first, 86_400);
            case "addhours" -> later(time, name, first, 3_600);
            case "addminutes" -> later(time, name, first, 60);
            case "addseconds" -> later(time, name, first, 1);
            case "addmilliseconds" -> later(time, name, first, 0.001);
            case "addticks" -> plus(time, Spans.ofTicks(Conversion.toLong(first)));
            case "add", "subtract" -> Arithmetic.apply(name.equalsIgnoreCase("add") ? "+" : "-", time, first);
            case "addmonths" ->
                representable(time.with(time.clock().plusMonths(MethodArguments.whole(name, "months", arguments, 0))));
            case "addyears" ->
                representable(time.with(time.clock().plusYears(MethodArguments.whole(name, "value", arguments, 0))));
            case "toshortdatestring" -> DateFormats.of(time, "d");
            case "tolongdatestring" -> DateFormats.of(time, "D");
            case "toshorttimestring" -> DateFormats.of(time, "t");
            case "tolongtimestring" -> DateFormats.of(time, "T");
            case "touniversaltime" -> time.toUniversalTime();
            case "tolocaltime" -> time.toLocalTime();
            case "isdaylightsavingtime" ->
                time.kind() != Moment.Kind.UTC
                        && java.time.ZoneId.systemDefault().getRules().isDaylightSavings(time.instant());
            default -> null;
        };
        return result == null ? Optional.empty() : Optional.of(new MethodResult(result));
    }

    private static Moment later(Moment time, String method, @Nullable Object number, double seconds) {
        double given;
        try {
            given = Conversion.toDouble(number);
        } catch (TerminatingError error) {
            throw OperatorErrors.argument("value", number, method, "System.Double", error);
        }
        double ticks = given * seconds * 10_000_000;
        if (Math.abs(ticks) > 4e18) {
            throw new DateTimeException("too far");
        }
        return plus(time, Spans.ofTicks((long) ticks));
    }

    private static Moment plus(Moment time, Duration span) {
        return representable(time.with(time.clock().plus(span)));
    }

    /** The date, if .NET has it: of the years 1 to 9999. */
    private static Moment representable(Moment time) {
        LocalDateTime clock = time.clock();
        if (clock.getYear() < 1 || clock.getYear() > 9999) {
            throw new DateTimeException("year");
        }
        return time;
    }
}
