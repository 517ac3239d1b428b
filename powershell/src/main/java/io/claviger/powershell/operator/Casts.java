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
import io.claviger.powershell.value.TypeNames;
import io.claviger.powershell.value.TypedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Casts, {@code [type]value}, and types as values. */
public final class Casts {

    private static final ObjectType TYPE_NAME = ObjectType.named("System.Management.Automation.Language.TypeName");
    private static final ObjectType TYPE = ObjectType.named("System.RuntimeType");

    private Casts() {}

    /** The full name of a type that a script names; an unknown name is an error. */
    public static String fullName(String type) {
        if (type.endsWith("[]")) {
            return fullName(type.substring(0, type.length() - 2)) + "[]";
        }
        Optional<String> found = TypeTable.fullName(type);
        if (found.isPresent()) {
            return found.get();
        }
        return LoadedTypes.isObject(type)
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
            return array(full, value);
        }
        return switch (full) {
            case "System.String" -> Text.of(value);
            case "System.Int32" -> Conversion.toInteger(value);
            case "System.Int64" -> Conversion.toLong(value);
            case "System.Double" -> Conversion.toDouble(value);
            case "System.Decimal" -> Conversion.toDecimal(value);
            case "System.Boolean", "System.Management.Automation.SwitchParameter" -> Conversion.isTrue(value);
            case "System.DateTime" -> value == null ? null : Conversion.toDateTime(value);
            case "System.TimeSpan" -> value == null ? null : Spans.of(value);
            case "System.Collections.Specialized.OrderedDictionary" -> ordered(full, value);
            case "System.Char" -> character(value);
            case "System.Guid" -> guid(value);
            case "System.Version" -> Versions.of(value);
            case RegexObjects.TYPE ->
                value instanceof ShellObject object
                                && object.carried(Regex.class).isPresent()
                        ? object
                        : RegexObjects.object(Text.of(value), null);
            case Cultures.TYPE -> value instanceof ShellObject ? value : Cultures.named(value);
            case "System.Void" -> null;
            case "System.Management.Automation.PSCustomObject" ->
                value instanceof Hashtable table ? Making.custom(table) : value;
            case "System.Object" -> value;
            default -> other(full, value);
        };
    }

    private static @Nullable Object array(String full, @Nullable Object value) {
        String item = full.substring(0, full.length() - 2);
        if (item.equals("System.Byte") && value instanceof byte[]) {
            return value;
        }
        List<@Nullable Object> given = item.equals("System.Char") && value instanceof String text
                ? new ArrayList<>(text.chars().mapToObj(one -> (char) one).toList())
                : Conversion.toList(value);
        List<@Nullable Object> made = new ArrayList<>();
        for (Object one : given) {
            try {
                made.add(cast(item, one));
            } catch (TerminatingError error) {
                throw value instanceof List<?>
                        ? error
                        : Conversion.impossible(value, full, error.error().message());
            }
        }
        return item.equals("System.Object") ? made : new TypedList(full, made);
    }

    private static @Nullable Object ordered(String full, @Nullable Object value) {
        if (!(value instanceof Hashtable table)) {
            return other(full, value);
        }
        Hashtable ordered = Hashtable.ordered();
        table.entries().forEach(entry -> ordered.put(entry.key(), entry.value()));
        return ordered;
    }

    private static Object character(@Nullable Object value) {
        return switch (value) {
            case Character one -> one;
            case String text when text.length() == 1 -> text.charAt(0);
            case Number number -> (char) Conversion.toInteger(number);
            case null -> '\0';
            default -> throw Conversion.impossible(value, "System.Char", "String must be exactly one character long.");
        };
    }

    private static String guid(@Nullable Object value) {
        String text = Text.of(value).strip().toLowerCase(Locale.ROOT).replaceAll("[{}()]", "");
        boolean bare = text.matches("[0-9a-f]{32}");
        String dashed = bare ? text.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5") : text;
        if (!dashed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Conversion.impossible(value, "System.Guid", "Unrecognized Guid format.");
        }
        return dashed;
    }

    private static @Nullable Object other(String full, @Nullable Object value) {
        if (Integers.is(full)) {
            return Integers.cast(full, value);
        }
        if (Enumerations.named(full).isPresent()) {
            return Enumerations.cast(full, value);
        }
        if (full.startsWith("System.Collections.Generic.List") || full.equals("System.Collections.ArrayList")) {
            TypedList list = new TypedList(full, List.of());
            for (Object item : Conversion.toList(value)) {
                list.add(cast(list.itemType(), item));
            }
            return list;
        }
        if (full.equals("System.Collections.Hashtable") && value != null && !(value instanceof Hashtable)) {
            throw Conversion.impossible(
                    value, full, Conversion.impossible(value, full, "").error().message());
        }
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

    /** The value converted to the type; {@code null} if it cannot be. */
    static @Nullable Object tryCast(@Nullable Object type, @Nullable Object value) {
        try {
            return cast(nameOf(type), value);
        } catch (TerminatingError _) {
            return null;
        }
    }

    private static String nameOf(@Nullable Object type) {
        if (type instanceof String text
                && TypeTable.fullName(text).isEmpty()
                && ExceptionTypes.find(text).isEmpty()) {
            throw new TerminatingError(ErrorRecord.of(
                    ErrorCategory.NOT_SPECIFIED,
                    "RuntimeException",
                    ExceptionTypes.RUNTIME,
                    "Cannot convert the \"" + text + "\" value of type \"System.String\" to type \"System.Type\"."));
        }
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
                        || (full.equals("System.Collections.IDictionary") && value instanceof Hashtable)
                        || (full.equals("System.Object[]") && value instanceof List<?> items && isArray(items))
                        || (full.equals("System.Management.Automation.PSCustomObject")
                                && value instanceof ShellObject));
    }

    private static boolean isArray(List<?> items) {
        return !(items instanceof TypedList list) || !list.grows();
    }

    private static boolean isException(Object value, String type) {
        return value instanceof ShellObject object
                && object.carried(Cause.class)
                        .filter(cause -> cause.types().stream().anyMatch(type::equalsIgnoreCase))
                        .isPresent();
    }
}
