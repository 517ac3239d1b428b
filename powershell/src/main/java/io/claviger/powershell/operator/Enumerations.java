package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Enumerated;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The enumerations of .NET that scripts name: {@code [DayOfWeek]::Friday}, {@code [StringComparison]'Ordinal'}. */
final class Enumerations {

    private static final Map<String, List<String>> ALL = Map.of(
            "System.DayOfWeek", List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
            "System.DateTimeKind", List.of("Unspecified", "Utc", "Local"),
            "System.StringComparison",
                    List.of(
                            "CurrentCulture",
                            "CurrentCultureIgnoreCase",
                            "InvariantCulture",
                            "InvariantCultureIgnoreCase",
                            "Ordinal",
                            "OrdinalIgnoreCase"),
            "System.StringSplitOptions", List.of("None", "RemoveEmptyEntries", "TrimEntries"),
            "System.MidpointRounding",
                    List.of("ToEven", "AwayFromZero", "ToZero", "ToNegativeInfinity", "ToPositiveInfinity"),
            "System.Management.Automation.ErrorCategory",
                    Arrays.stream(ErrorCategory.values())
                            .map(ErrorCategory::text)
                            .toList());

    private Enumerations() {}

    private static List<String> names(String full) {
        return ALL.getOrDefault(full, List.of());
    }

    static Enumerated dayOfWeek(DayOfWeek day) {
        int number = day.getValue() % 7;
        return new Enumerated("System.DayOfWeek", names("System.DayOfWeek").get(number), number);
    }

    static Enumerated kind(Moment.Kind kind) {
        return find("System.DateTimeKind", kind.label()).orElseThrow();
    }

    /** The full name of an enumeration, with or without its namespace. */
    static Optional<String> named(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        String full = lower.startsWith("system.") ? lower : "system." + lower;
        return ALL.keySet().stream().filter(full::equalsIgnoreCase).findFirst();
    }

    /** A member of an enumeration by its name. */
    static Optional<Enumerated> member(String type, String name) {
        return named(type).flatMap(full -> find(full, name));
    }

    private static Optional<Enumerated> find(String full, String name) {
        List<String> names = names(full);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return Optional.of(new Enumerated(full, names.get(i), i));
            }
        }
        return Optional.empty();
    }

    /** A value converted to an enumeration: a number, a name or the beginning of one. */
    static Enumerated cast(String full, @Nullable Object value) {
        List<String> names = names(full);
        if (value instanceof Enumerated one && one.type().equals(full)) {
            return one;
        }
        if (value instanceof Number number) {
            int index = Conversion.toInteger(number);
            return new Enumerated(
                    full, index >= 0 && index < names.size() ? names.get(index) : String.valueOf(index), index);
        }
        String text = Text.of(value);
        List<String> fitting = names.stream()
                .filter(name -> !text.isEmpty() && name.regionMatches(true, 0, text, 0, text.length()))
                .toList();
        Optional<Enumerated> exact = find(full, text);
        if (exact.isPresent() || fitting.size() == 1) {
            return exact.orElseGet(() -> find(full, fitting.getFirst()).orElseThrow());
        }
        throw new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_ARGUMENT,
                "InvalidCastFromStringToEnumeration",
                "System.Management.Automation.PSInvalidCastException",
                "Cannot convert value \"" + text + "\" to type \"" + full
                        + "\". Error: \"Unable to match the identifier name " + text
                        + " to a valid enumerator name. Specify one of the following enumerator names and try again:\n"
                        + String.join(", ", names) + "\""));
    }
}
