package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypedList;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code [type]::new(arguments)} and {@code New-Object type} of the types that scripts make. */
final class Making {

    private static final Set<String> RESERVED = Set.of("psobject", "psbase", "psadapted", "psextended", "pstypenames");

    private Making() {}

    static boolean knows(String full) {
        return switch (full) {
            case "System.DateTime",
                    "System.TimeSpan",
                    "System.Collections.ArrayList",
                    "System.Collections.Hashtable",
                    "System.Object",
                    "System.Management.Automation.PSCustomObject",
                    RegexObjects.TYPE,
                    "System.Version",
                    Cultures.TYPE -> true;
            default -> full.startsWith("System.Collections.Generic.List");
        };
    }

    static @Nullable Object of(String full, List<@Nullable Object> arguments) {
        Object first = arguments.isEmpty() ? null : arguments.getFirst();
        return switch (full) {
            case "System.DateTime" -> moment(arguments);
            case "System.TimeSpan" -> span(arguments);
            case "System.Collections.Hashtable" -> new Hashtable();
            case "System.Object", "System.Management.Automation.PSCustomObject" -> new ShellObject(ObjectType.CUSTOM);
            case RegexObjects.TYPE ->
                RegexObjects.object(Text.of(first), arguments.size() > 1 ? arguments.get(1) : null);
            case "System.Version" -> Versions.of(first);
            case Cultures.TYPE -> Cultures.named(first);
            default -> first instanceof List<?> items ? Casts.cast(full, items) : new TypedList(full, List.of());
        };
    }

    /** {@code [pscustomobject]@{...}}; an error if a name is one that PowerShell keeps for itself. */
    static ShellObject custom(Hashtable table) {
        ShellObject object = new ShellObject(ObjectType.CUSTOM);
        for (Hashtable.Entry entry : table.entries()) {
            String name = Text.of(entry.key());
            if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                throw new TerminatingError(ErrorRecord.of(
                        ErrorCategory.INVALID_ARGUMENT,
                        "InvalidCastConstructorException",
                        "System.Management.Automation.PSInvalidCastException",
                        "Cannot convert value \"System.Collections.Specialized.OrderedDictionary\" to type"
                                + " \"System.Management.Automation.LanguagePrimitives+InternalPSCustomObject\". Error:"
                                + " \"The member name \"" + name + "\" is reserved.\""));
            }
            object.with(name, entry.value());
        }
        return object;
    }

    private static int number(List<@Nullable Object> arguments, int index) {
        return index < arguments.size() ? Conversion.toInteger(arguments.get(index)) : 0;
    }

    private static Moment moment(List<@Nullable Object> arguments) {
        if (arguments.size() == 1) {
            return Moment.ofTicks(Conversion.toLong(arguments.getFirst()));
        }
        try {
            return Moment.unspecified(LocalDateTime.of(
                    number(arguments, 0),
                    number(arguments, 1),
                    number(arguments, 2),
                    number(arguments, 3),
                    number(arguments, 4),
                    number(arguments, 5),
                    number(arguments, 6) * 1_000_000));
        } catch (DateTimeException _) {
            throw OperatorErrors.thrown(
                    ".ctor",
                    arguments.size(),
                    "ArgumentOutOfRangeException",
                    "Year, Month, and Day parameters describe an un-representable DateTime.");
        }
    }

    private static Duration span(List<@Nullable Object> arguments) {
        if (arguments.size() == 1) {
            return Spans.ofTicks(Conversion.toLong(arguments.getFirst()));
        }
        boolean days = arguments.size() > 3;
        int at = days ? 1 : 0;
        return Duration.ofDays(days ? number(arguments, 0) : 0)
                .plusHours(number(arguments, at))
                .plusMinutes(number(arguments, at + 1))
                .plusSeconds(number(arguments, at + 2))
                .plusMillis(number(arguments, at + 3));
    }
}
