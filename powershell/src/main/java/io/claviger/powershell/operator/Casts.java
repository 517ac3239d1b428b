package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ErrorRecord.Cause;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TimeSpanText;
import io.claviger.powershell.value.TypeNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Casts, {@code [type]value}, and types as values. */
public final class Casts {

    private static final Map<String, String> FULL_NAMES = Map.ofEntries(
            Map.entry("string", "System.String"),
            Map.entry("int", "System.Int32"),
            Map.entry("int32", "System.Int32"),
            Map.entry("long", "System.Int64"),
            Map.entry("int64", "System.Int64"),
            Map.entry("double", "System.Double"),
            Map.entry("float", "System.Double"),
            Map.entry("single", "System.Double"),
            Map.entry("decimal", "System.Decimal"),
            Map.entry("bool", "System.Boolean"),
            Map.entry("boolean", "System.Boolean"),
            Map.entry("switch", "System.Management.Automation.SwitchParameter"),
            Map.entry("datetime", "System.DateTime"),
            Map.entry("timespan", "System.TimeSpan"),
            Map.entry("object", "System.Object"),
            Map.entry("psobject", "System.Object"),
            Map.entry("array", "System.Object[]"),
            Map.entry("hashtable", "System.Collections.Hashtable"),
            Map.entry("ordered", "System.Collections.Hashtable"),
            Map.entry("pscustomobject", "System.Management.Automation.PSCustomObject"),
            Map.entry("scriptblock", "System.Management.Automation.ScriptBlock"),
            Map.entry("management.automation.errorrecord", "System.Management.Automation.ErrorRecord"),
            Map.entry("void", "System.Void"));

    private static final ObjectType TYPE_NAME = ObjectType.named("System.Management.Automation.Language.TypeName");
    private static final ObjectType TYPE = ObjectType.named("System.RuntimeType");

    private Casts() {}

    /** The full name of a type that a script names; an unknown name is an error. */
    public static String fullName(String type) {
        if (type.endsWith("[]")) {
            return fullName(type.substring(0, type.length() - 2)) + "[]";
        }
        String lower = type.toLowerCase(Locale.ROOT);
        String found = FULL_NAMES.get(lower.startsWith("system.") ? lower.substring("system.".length()) : lower);
        for (String full : FULL_NAMES.values()) {
            found = found == null && full.equalsIgnoreCase(type) ? full : found;
        }
        if (found != null) {
            return found;
        }
        // No value is cast to a type of AWS's objects, but -is may name one.
        boolean object = lower.startsWith("amazon.") && !lower.endsWith("exception");
        return object
                ? type
                : ExceptionTypes.find(type)
                        .orElseThrow(() -> new TerminatingError(ErrorRecord.of(
                                        ErrorCategory.INVALID_OPERATION,
                                        "TypeNotFound",
                                        ExceptionTypes.RUNTIME,
                                        "Unable to find type [" + type + "].")
                                .about(new ShellObject(TYPE_NAME).saying(type))));
    }

    /** A type as a value. */
    public static ShellObject type(String fullName) {
        return new ShellObject(TYPE)
                .with("Name", TypeNames.withoutNamespace(fullName))
                .with("FullName", fullName);
    }

    /** The value converted to the type. */
    public static @Nullable Object cast(String type, @Nullable Object value) {
        String full = fullName(type);
        if (full.endsWith("[]")) {
            String item = full.substring(0, full.length() - 2);
            List<@Nullable Object> made = new ArrayList<>();
            if (item.equals("System.Byte")) {
                return value;
            }
            Conversion.toList(value).forEach(one -> made.add(cast(item, one)));
            return made;
        }
        return switch (full) {
            case "System.String" -> Text.of(value);
            case "System.Int32" -> Conversion.toInteger(value);
            case "System.Int64" -> Conversion.toLong(value);
            case "System.Double" -> Conversion.toDouble(value);
            case "System.Decimal" -> Conversion.toDecimal(value);
            case "System.Boolean", "System.Management.Automation.SwitchParameter" -> Conversion.isTrue(value);
            case "System.DateTime" -> value == null ? null : Conversion.toDateTime(value);
            case "System.TimeSpan" -> value == null ? null : span(value);
            case "System.Void" -> null;
            case "System.Management.Automation.PSCustomObject" -> custom(value);
            case "System.Object" -> value;
            default -> other(full, value);
        };
    }

    private static Duration span(Object value) {
        Optional<Duration> span = switch (value) {
            case Duration same -> Optional.of(same);
            case Integer ticks -> Optional.of(Duration.ofNanos(ticks * 100L));
            case Long ticks -> Optional.of(Duration.ofSeconds(ticks / 10_000_000, ticks % 10_000_000 * 100));
            case String text -> TimeSpanText.parse(text);
            default -> Optional.empty();
        };
        return span.orElseThrow(() -> Conversion.impossible(value, "System.TimeSpan", ""));
    }

    private static @Nullable Object other(String full, @Nullable Object value) {
        if (value instanceof String message) {
            Optional<ShellObject> exception = Constructors.exception(full, message);
            if (exception.isPresent()) {
                return exception.get();
            }
        }
        if (value != null && !is(full, value)) {
            throw Conversion.impossible(value, full, "");
        }
        return value;
    }

    private static boolean is(String full, Object value) {
        return full.equalsIgnoreCase(TypeNames.of(value)) || isException(value, full);
    }

    private static @Nullable Object custom(@Nullable Object value) {
        if (!(value instanceof Hashtable table)) {
            return value;
        }
        ShellObject object = new ShellObject(ObjectType.CUSTOM);
        table.entries().forEach(entry -> object.with(Text.of(entry.key()), entry.value()));
        return object;
    }

    /** The value converted to the type; {@code null} if it cannot be. */
    static @Nullable Object tryCast(@Nullable Object type, @Nullable Object value) {
        try {
            return cast(nameOf(type), value);
        } catch (TerminatingError _) {
            return null;
        }
    }

    private static String nameOf(@Nullable Object type) {
        return type instanceof ShellObject object && object.type().equals(TYPE)
                ? Text.of(object.get("FullName"))
                : Text.of(type);
    }

    /** Whether a value is of a type. */
    static boolean is(@Nullable Object value, @Nullable Object type) {
        String full = fullName(nameOf(type));
        return value != null
                && (full.equals("System.Object")
                        || is(full, value)
                        || (full.equals("System.Management.Automation.PSCustomObject")
                                && value instanceof ShellObject));
    }

    private static boolean isException(Object value, String type) {
        return value instanceof ShellObject object
                && object.carried(Cause.class)
                        .filter(cause -> cause.types().stream().anyMatch(type::equalsIgnoreCase))
                        .isPresent();
    }
}
