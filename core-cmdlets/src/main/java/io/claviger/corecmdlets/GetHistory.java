package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.HistoryEntry;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Get-History, which shows the lines that were run. */
final class GetHistory {

    private static final ObjectType PAST = ObjectType.viewed(
            "Microsoft.PowerShell.Commands.HistoryInfo",
            new View.Table(List.of(
                    new View.Column("Id", 4, true),
                    new View.Column("Duration", 12, true).shownAs(GetHistory::stopWatch),
                    new View.Column("CommandLine", 0))));

    private GetHistory() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.core("Get-History", "The lines that were run in this session.")
                        .withAliases("history", "h", "ghy")
                        .with(
                                Parameter.of("Id", ParameterType.LONG.many(), "Only these numbers.")
                                        .at(0)
                                        .byValue(),
                                Parameter.of("Count", ParameterType.INTEGER, "Only so many of the newest.")
                                        .at(1))
                        .withExample("Get-History -Count 5")
                        .withOutput(PAST.name()),
                GetHistory::list);
    }

    private static void list(Arguments arguments, CmdletContext context) {
        List<HistoryEntry> all = context.session().history();
        if (!arguments.has("Id")) {
            int count = Math.clamp(arguments.integer("Count", all.size()), 0, all.size());
            all.subList(all.size() - count, all.size()).forEach(one -> context.write(object(one, context)));
            return;
        }
        for (Object id : arguments.items("Id")) {
            long wanted = Conversion.toLong(id);
            all.stream()
                    .filter(one -> one.id() == wanted)
                    .findFirst()
                    .ifPresentOrElse(
                            one -> context.write(object(one, context)),
                            () -> context.writeError(ErrorRecord.of(
                                            ErrorCategory.OBJECT_NOT_FOUND,
                                            "GetHistoryNoHistoryForId",
                                            "System.ArgumentException",
                                            "Cannot locate the history for Id " + wanted + ".")
                                    .about(id)));
        }
    }

    private static ShellObject object(HistoryEntry past, CmdletContext context) {
        return new ShellObject(PAST)
                .with("Id", past.id())
                .with("CommandLine", past.line())
                .with("ExecutionStatus", past.succeeded() ? "Completed" : "Failed")
                .with("StartExecutionTime", local(past.start(), context))
                .with("EndExecutionTime", local(past.end(), context))
                .with("Duration", Duration.between(past.start(), past.end()));
    }

    private static Object local(Instant moment, CmdletContext context) {
        return moment.atZone(context.session().clock().getZone()).toOffsetDateTime();
    }

    private static @Nullable Object stopWatch(@Nullable Object value) {
        if (!(value instanceof Duration span)) {
            return value;
        }
        String rest = String.format(Locale.ROOT, "%d.%03d", span.toSecondsPart(), span.toMillisPart());
        String padded = span.toSecondsPart() < 10 ? "0" + rest : rest;
        if (span.toHours() > 0) {
            return String.format(Locale.ROOT, "%d:%02d:%s", span.toHours(), span.toMinutesPart(), padded);
        }
        return span.toMinutes() > 0 ? span.toMinutes() + ":" + padded : rest;
    }
}
