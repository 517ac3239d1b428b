package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Enumerated;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.ShellObject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Properties of values: {@code $value.Name}. */
public final class Members {

    private Members() {}

    /** A property; of an array, the property of each item; {@code null} if there is none. */
    public static @Nullable Object get(@Nullable Object target, String name) {
        return switch (target) {
            case null -> isCount(name) ? (Object) 0 : null;
            case List<?> items -> ofList(items, name);
            case Hashtable table -> table.has(name) ? table.get(name) : ofTable(table, name);
            default -> own(target, name);
        };
    }

    private static boolean isCount(String name) {
        return name.equalsIgnoreCase("Count") || name.equalsIgnoreCase("Length");
    }

    private static @Nullable Object ofList(List<?> items, String name) {
        if (isCount(name)) {
            return items.size();
        }
        List<@Nullable Object> found = new ArrayList<>();
        for (Object item : items) {
            if (item != null && has(item, name)) {
                Object value = get(item, name);
                if (value instanceof List<?> several) {
                    found.addAll(several);
                } else {
                    found.add(value);
                }
            }
            Bounds.items(found.size());
        }
        return found.isEmpty() ? null : found.size() == 1 ? found.getFirst() : found;
    }

    private static @Nullable Object ofTable(Hashtable table, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "count" -> table.size();
            case "keys" -> table.keys();
            case "values" -> table.values();
            default -> null;
        };
    }

    /** Whether a value has the property. */
    public static boolean has(Object value, String name) {
        return switch (value) {
            case Hashtable table -> table.has(name) || names(table).stream().anyMatch(name::equalsIgnoreCase);
            case ShellObject object -> object.has(name);
            case List<?> _ -> true;
            default -> names(value).stream().anyMatch(name::equalsIgnoreCase) || name.equalsIgnoreCase("Count");
        };
    }

    /** The names of a value's properties, in their order. */
    public static List<String> names(Object value) {
        return switch (value) {
            case ShellObject object -> object.names();
            case String _ -> List.of("Length");
            case Hashtable _ -> List.of("Count", "Keys", "Values");
            case Hashtable.Entry entry -> entry.isPair() ? List.of("Key", "Value") : List.of("Name", "Key", "Value");
            case Moment _ ->
                List.of(
                        "Date",
                        "Day",
                        "DayOfWeek",
                        "DayOfYear",
                        "Hour",
                        "Kind",
                        "Millisecond",
                        "Minute",
                        "Month",
                        "Second",
                        "Ticks",
                        "TimeOfDay",
                        "Year");
            case Duration _ ->
                List.of(
                        "Days",
                        "Hours",
                        "Minutes",
                        "Seconds",
                        "Milliseconds",
                        "Ticks",
                        "TotalDays",
                        "TotalHours",
                        "TotalMinutes",
                        "TotalSeconds",
                        "TotalMilliseconds");
            case ErrorRecord _ -> ErrorMembers.NAMES;
            case Enumerated _ -> List.of("value__");
            case List<?> _ -> List.of("Count", "Length");
            default -> List.of();
        };
    }

    private static @Nullable Object own(Object target, String name) {
        Object value = switch (target) {
            case ShellObject object ->
                name.equalsIgnoreCase(PropertySet.NAME) && !object.has(name)
                        ? PropertySet.of(object)
                        : object.get(name);
            case String text -> name.equalsIgnoreCase("Length") ? (Object) text.length() : null;
            case byte[] bytes ->
                name.equalsIgnoreCase("Length") || name.equalsIgnoreCase("Count") ? (Object) bytes.length : null;
            case Hashtable.Entry entry ->
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "key", "name" -> entry.key();
                    case "value" -> entry.value();
                    default -> null;
                };
            case Moment time -> moment(time, name);
            case Duration span -> span(span, name);
            case ErrorRecord error -> ErrorMembers.get(error, name);
            case Enumerated one -> name.equalsIgnoreCase("value__") ? (Object) one.number() : null;
            // A switch is a Boolean here; scripts ask it for IsPresent.
            case Boolean truth -> name.equalsIgnoreCase("IsPresent") ? truth : null;
            default -> null;
        };
        boolean counted = value == null && !(target instanceof ShellObject object && object.has(name));
        return counted && (name.equalsIgnoreCase("Count") || name.equalsIgnoreCase("Length")) ? (Object) 1 : value;
    }

    private static @Nullable Object moment(Moment moment, String name) {
        LocalDateTime time = moment.clock();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "year" -> time.getYear();
            case "month" -> time.getMonthValue();
            case "day" -> time.getDayOfMonth();
            case "hour" -> time.getHour();
            case "minute" -> time.getMinute();
            case "second" -> time.getSecond();
            case "millisecond" -> time.getNano() / 1_000_000;
            case "ticks" -> moment.ticks();
            case "dayofweek" -> Enumerations.dayOfWeek(time.getDayOfWeek());
            case "dayofyear" -> time.getDayOfYear();
            case "kind" -> Enumerations.kind(moment.kind());
            case "timeofday" -> Duration.between(time.toLocalDate().atStartOfDay(), time);
            case "date" -> moment.with(time.toLocalDate().atStartOfDay());
            default -> null;
        };
    }

    private static @Nullable Object span(Duration span, String name) {
        long whole = span.toMillis();
        double ticks = Spans.ticks(span);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "days" -> (int) (whole / 86_400_000);
            case "hours" -> (int) (whole / 3_600_000 % 24);
            case "minutes" -> (int) (whole / 60_000 % 60);
            case "seconds" -> (int) (whole / 1_000 % 60);
            case "milliseconds" -> (int) (whole % 1_000);
            case "ticks" -> Spans.ticks(span);
            case "totaldays" -> ticks / 864_000_000_000L;
            case "totalhours" -> ticks / 36_000_000_000L;
            case "totalminutes" -> ticks / 600_000_000;
            case "totalseconds" -> ticks / 10_000_000;
            case "totalmilliseconds" -> ticks / 10_000;
            default -> null;
        };
    }
}
