package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Methods;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.TerminatingError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Get-Date and New-TimeSpan. */
final class DateCmdlets {

    private static final List<String> UNITS = List.of("Days", "Hours", "Minutes", "Seconds", "Milliseconds");
    private static final List<Duration> LENGTHS = List.of(
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(1));

    private DateCmdlets() {}

    static Cmdlet getDate() {
        return Cmdlet.of(
                CoreDescriptions.utility("Get-Date", "The time now, or a time made of text.")
                        .with(
                                Parameter.of("Date", ParameterType.DATE_TIME, "The time.")
                                        .at(0)
                                        .byValue(),
                                Parameter.of("Format", ParameterType.STRING, "Writes it as text in this format."),
                                Parameter.of("UFormat", ParameterType.STRING, "Writes it as text in a format of Unix."),
                                part("Year", 1, 9999),
                                part("Month", 1, 12),
                                part("Day", 1, 31),
                                part("Hour", 0, 23),
                                part("Minute", 0, 59),
                                part("Second", 0, 59),
                                part("Millisecond", 0, 999),
                                Parameter.flag("AsUTC", "In UTC."))
                        .withExample("Get-Date -Format yyyy-MM-dd")
                        .withOutput("System.DateTime"),
                (arguments, context) -> {
                    Optional<Moment> given = arguments.typed("Date", Moment.class);
                    Moment time = parted(
                            given.orElseGet(() -> Moment.now(context.session().clock())), arguments);
                    if (arguments.has("UFormat")) {
                        context.write(
                                UnixDates.of(time, arguments.text("UFormat").orElse("")));
                        return;
                    }
                    Object shown = arguments.flag("AsUTC") ? Methods.call(time, "ToUniversalTime", List.of()) : time;
                    List<@Nullable Object> format = new ArrayList<>();
                    format.add(arguments.get("Format"));
                    context.write(arguments.has("Format") ? Methods.call(shown, "ToString", format) : shown);
                });
    }

    private static Parameter part(String name, int least, int most) {
        return Ranges.within(
                least,
                most,
                Parameter.of(name, ParameterType.INTEGER, "Another " + name.toLowerCase(Locale.ROOT) + "."));
    }

    private static Moment parted(Moment time, Arguments arguments) {
        LocalDateTime clock = time.clock();
        try {
            LocalDateTime other = LocalDateTime.of(
                    arguments.integer("Year", clock.getYear()),
                    arguments.integer("Month", clock.getMonthValue()),
                    arguments.integer("Day", clock.getDayOfMonth()),
                    arguments.integer("Hour", clock.getHour()),
                    arguments.integer("Minute", clock.getMinute()),
                    arguments.integer("Second", clock.getSecond()),
                    clock.getNano());
            return time.with(
                    arguments.has("Millisecond")
                            ? other.withNano(arguments.integer("Millisecond", 0) * 1_000_000)
                            : other);
        } catch (DateTimeException _) {
            throw new TerminatingError(
                    ErrorRecord.argument("Year, Month, and Day parameters describe an un-representable DateTime."));
        }
    }

    static Cmdlet newTimeSpan() {
        List<Parameter> parameters = new ArrayList<>(List.of(
                Parameter.of("Start", ParameterType.DATE_TIME, "From when; now when not given.")
                        .alias("LastWriteTime")
                        .at(0)
                        .byValue()
                        .byPropertyName()
                        .in("Date"),
                Parameter.of("End", ParameterType.DATE_TIME, "Until when; now when not given.")
                        .at(1)
                        .byPropertyName()
                        .in("Date")));
        UNITS.forEach(unit -> parameters.add(
                Parameter.of(unit, ParameterType.INTEGER, "How many.").in("Time")));
        return Cmdlet.of(
                CoreDescriptions.utility(
                                "New-TimeSpan", "How long it is from one time to another, or a length of time.")
                        .withParameters(parameters)
                        .withExample("(New-TimeSpan -Start '2026-01-01' -End '2026-04-01').Days")
                        .withOutput("System.TimeSpan"),
                (arguments, context) -> context.write(length(arguments, context)));
    }

    private static Duration length(Arguments arguments, CmdletContext context) {
        if (UNITS.stream().anyMatch(arguments::has)) {
            Duration length = Duration.ZERO;
            for (int i = 0; i < UNITS.size(); i++) {
                length = length.plus(LENGTHS.get(i).multipliedBy(arguments.integer(UNITS.get(i), 0)));
            }
            return length;
        }
        Moment now = Moment.now(context.session().clock());
        Moment start = arguments.typed("Start", Moment.class).orElse(now);
        return arguments.typed("End", Moment.class).orElse(now).since(start);
    }
}
