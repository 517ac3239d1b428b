package io.claviger.powershell.command;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type that a parameter's values are converted to before the cmdlet sees them.
 *
 * @param name .NET's name of the (item's) type, for messages, such as {@code System.String}
 * @param array whether it takes an array; a single value becomes an array of one
 * @param isSwitch whether the parameter takes no argument
 * @param transforms whether an error says that the argument cannot be transformed, as for a function's parameter
 * @param conversion converts one item; throws {@link io.claviger.powershell.value.TerminatingError} if it cannot
 */
public record ParameterType(String name, boolean array, boolean isSwitch, boolean transforms, Converter conversion) {

    /** Converts a value to the type. */
    @FunctionalInterface
    public interface Converter {
        /** Makes it; throws {@link io.claviger.powershell.value.TerminatingError} when it cannot. */
        @Nullable
        Object make(@Nullable Object value);
    }

    /** Text; {@code null} stays {@code null}. */
    public static final ParameterType STRING = of("System.String", ParameterType::text);

    /** {@code $true}, {@code $false} or a number. */
    public static final ParameterType BOOLEAN = of("System.Boolean", Conversion::toBoolean);

    /** A 32-bit number, an {@link Integer}. */
    public static final ParameterType INTEGER = of("System.Int32", Conversion::toInteger);

    /** A 64-bit number, a {@link Long}. */
    public static final ParameterType LONG = of("System.Int64", Conversion::toLong);

    /** A {@link Double}. */
    public static final ParameterType DOUBLE = of("System.Double", Conversion::toDouble);

    /** A {@link io.claviger.powershell.value.Moment}. */
    public static final ParameterType DATE_TIME = of("System.DateTime", Conversion::toDateTime);

    /** Any value, as it is. */
    public static final ParameterType OBJECT = of("System.Object", value -> value);

    /** A {@link ScriptBlock}. */
    public static final ParameterType SCRIPT_BLOCK = of(
            "System.Management.Automation.ScriptBlock",
            value -> typed(ScriptBlock.class, value, "System.Management.Automation.ScriptBlock"));

    /** A {@link Hashtable}. */
    public static final ParameterType HASHTABLE = of("System.Collections.Hashtable", ParameterType::table);

    /** A {@code byte[]}; text is taken as UTF-8, an array as its bytes. */
    public static final ParameterType BYTES = of("System.Byte[]", Bytes::of);

    /** No argument; see {@link Parameter#flag}. */
    public static final ParameterType SWITCH = new ParameterType(
            "System.Management.Automation.SwitchParameter", false, true, false, Conversion::toBoolean);

    /** A type with this name and conversion. */
    public static ParameterType of(String name, Converter conversion) {
        return new ParameterType(name, false, false, false, conversion);
    }

    /** The type of arrays of this type. */
    public ParameterType many() {
        return new ParameterType(name, true, false, transforms, conversion);
    }

    /** The type of a function's parameter. */
    public ParameterType transforming() {
        return new ParameterType(name, array, isSwitch, true, conversion);
    }

    /** The name with {@code []} for an array. */
    public String fullName() {
        return array ? name + "[]" : name;
    }

    /** Converts a value to this type. */
    public @Nullable Object convert(@Nullable Object value) {
        if (!array) {
            return conversion.make(value);
        }
        if (value == null) {
            return null;
        }
        List<@Nullable Object> items = new ArrayList<>();
        for (Object item : Conversion.toList(value)) {
            items.add(conversion.make(item));
        }
        return Collections.unmodifiableList(items);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Text.of(value);
    }

    private static @Nullable Object table(@Nullable Object value) {
        String name = "System.Collections.Hashtable";
        if (value != null && !(value instanceof Hashtable)) {
            TerminatingError plain = Conversion.impossible(value, name, "");
            // An object is said twice, as .NET wraps its own conversion.
            throw value instanceof ShellObject
                    ? Conversion.impossible(value, name, plain.error().message())
                    : plain;
        }
        return value;
    }

    private static <T> @Nullable T typed(Class<T> kind, @Nullable Object value, String name) {
        if (value != null && !kind.isInstance(value)) {
            throw Conversion.impossible(value, name, "");
        }
        return value == null ? null : kind.cast(value);
    }
}
