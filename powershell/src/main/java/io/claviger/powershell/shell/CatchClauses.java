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
 * Finds the {@code catch} that handles an error. An error has several exceptions: PowerShell's, within it the cmdlet's
 * or .NET's, and within that one a service's, for example. The clause with the most specific class wins.
 */
final class CatchClauses {

    private static final String STOPPED = "System.Management.Automation.ActionPreferenceStopException";
    private static final String CMDLET = "System.Management.Automation.CmdletInvocationException";

    /** The clause, and the error as the clause sees it. */
    record Handler(Catch clause, ErrorRecord error) {}

    /** A type that a clause catches, with the clause; {@code null} for all types. */
    private record Entry(@Nullable String type, Catch clause) {}

    /** One of the exceptions: its types, and the error as a clause for one of them sees it. */
    private record Layer(List<String> types, ErrorRecord error) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Reads the clauses' types; an unknown one is an error, as soon as there is something to catch. */
    CatchClauses(ExecutionContext execution, List<Catch> clauses) {
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

    /**
     * The clause for an error, if there is one.
     *
     * @param byThrow whether {@code throw} threw it
     */
    Optional<Handler> of(TerminatingError error, boolean byThrow) {
        if (entries.size() == 1 && entries.getFirst().type() == null) {
            return Optional.of(new Handler(entries.getFirst().clause(), error.error()));
        }
        int best = Integer.MAX_VALUE;
        @Nullable Entry chosen = null;
        ErrorRecord seen = error.error();
        for (Layer layer : layers(error, byThrow)) {
            Entry entry = best > 0 ? match(layer.types()) : null;
            if (entry != null && (rank(entry) < best || (chosen != null && chosen.type() == null))) {
                best = rank(entry);
                chosen = entry;
                seen = layer.error();
            }
        }
        return chosen == null ? Optional.empty() : Optional.of(new Handler(chosen.clause(), seen));
    }

    private static List<Layer> layers(TerminatingError thrown, boolean byThrow) {
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
            // An error that a script throws again is no longer one of its cmdlet.
            if (cause != null && !byThrow) {
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

    /** How many types before it are more specific; a clause for everything is the least specific. */
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
