package io.claviger.powershell.shell;

import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Statement.Catch;
import io.claviger.powershell.operator.Casts;
import io.claviger.powershell.operator.ExceptionTypes;
import io.claviger.powershell.operator.Exceptions;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ErrorRecord.Cause;
import io.claviger.powershell.value.TerminatingError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which {@code catch} handles an error. An error is several exceptions: the one that PowerShell throws, the cmdlet's or
 * .NET's within it, and the one behind that, such as a service's. The clause that names the most special class counts.
 */
final class Handlers {

    private static final String STOPPED = "System.Management.Automation.ActionPreferenceStopException";
    private static final String CMDLET = "System.Management.Automation.CmdletInvocationException";

    /** The clause, and the error as it sees it. */
    record Handler(Catch clause, ErrorRecord error) {}

    /** A type that a clause catches, with the clause; no type is every one. */
    private record Entry(@Nullable String type, Catch clause) {}

    /** The types of one of the exceptions, and the error as who catches it by them sees it. */
    private record Layer(List<String> types, ErrorRecord error) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Names that no type has are an error, as soon as there is something to catch. */
    Handlers(Execution execution, List<Catch> clauses) {
        for (Catch clause : clauses) {
            if (clause.types().isEmpty()) {
                entries.add(new Entry(null, clause));
            }
            for (Expression.Cast type : clause.types()) {
                try {
                    entries.add(new Entry(Casts.fullName(type.type()), clause));
                } catch (TerminatingError unknown) {
                    throw execution.placed(unknown, type.span());
                }
            }
        }
    }

    Optional<Handler> of(TerminatingError error) {
        if (entries.size() == 1 && entries.getFirst().type() == null) {
            return Optional.of(new Handler(entries.getFirst().clause(), error.error()));
        }
        int best = Integer.MAX_VALUE;
        @Nullable Entry chosen = null;
        ErrorRecord seen = error.error();
        for (Layer layer : layers(error)) {
            Entry entry = best > 0 ? match(layer.types()) : null;
            if (entry != null && (rank(entry) < best || (chosen != null && chosen.type() == null))) {
                best = rank(entry);
                chosen = entry;
                seen = layer.error();
            }
        }
        return chosen == null ? Optional.empty() : Optional.of(new Handler(chosen.clause(), seen));
    }

    private static List<Layer> layers(TerminatingError thrown) {
        ErrorRecord error = thrown.error();
        Cause cause = error.cause();
        List<String> types = ExceptionTypes.withBases(error.exceptionType());
        List<Layer> layers = new ArrayList<>();
        if (types.contains(ExceptionTypes.RUNTIME)) {
            if (cause != null) {
                layers.add(new Layer(cause.types(), Exceptions.unwrapped(error)));
            }
            layers.add(new Layer(types, error));
        } else {
            boolean cmdlets = !error.origin().command().isEmpty();
            layers.add(new Layer(types, error));
            layers.add(new Layer(ExceptionTypes.withBases(cmdlets ? CMDLET : ExceptionTypes.RUNTIME), error));
            if (cause != null) {
                layers.add(new Layer(cause.types(), error));
            }
        }
        if (thrown.endsScript() && !error.origin().command().isEmpty()) {
            layers.add(new Layer(List.of(STOPPED), error));
        }
        return layers;
    }

    private @Nullable Entry match(List<String> types) {
        for (String type : types) {
            for (Entry entry : entries) {
                if (type.equalsIgnoreCase(entry.type())) {
                    return entry;
                }
            }
        }
        Entry last = entries.getLast();
        return last.type() == null ? last : null;
    }

    /** How many types before it are more special; a clause for everything is the least special one. */
    private int rank(Entry entry) {
        int place = entries.indexOf(entry);
        String type = entry.type();
        return type == null
                ? place
                : (int) entries.subList(0, place).stream()
                        .filter(one -> one.type() != null && ExceptionTypes.isA(one.type(), type))
                        .count();
    }
}
