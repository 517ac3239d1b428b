package io.claviger.powershell.binding;

import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversion of values for parameters. */
final class ArgumentConversion {

    private ArgumentConversion() {}

    /** Whether a block stands for what it makes of each object of the pipeline. */
    static boolean isDelayed(Parameter parameter, @Nullable Object value) {
        return value instanceof ScriptBlock
                && (parameter.fromPipeline() || parameter.fromProperty())
                && !parameter.type().name().endsWith(".ScriptBlock")
                && !parameter.type().name().equals("System.Object");
    }

    static @Nullable Object fit(Parameter parameter, @Nullable Object value, String written) {
        // Text parameters get what was written: 007 stays 007.
        Object given = !written.isEmpty() && parameter.type().name().equals("System.String") ? written : value;
        boolean takesLists = parameter.type().array()
                || parameter.type().name().equals("System.Object")
                || parameter.type().name().endsWith("[]");
        if (given instanceof List<?> && !takesLists) {
            throw BindingErrors.arrayForOne(parameter);
        }
        Object fitted;
        try {
            fitted = parameter.type().convert(given);
        } catch (TerminatingError error) {
            if (given == null) {
                throw BindingErrors.noNull(parameter);
            }
            throw BindingErrors.inconvertible(parameter, given, error.error().message());
        }
        return held(parameter, fitted);
    }

    /** Converts an object of the pipeline; one that cannot be converted is one that the command does not take. */
    static @Nullable Object fitInput(Parameter parameter, @Nullable Object input) {
        Object fitted;
        try {
            fitted = parameter.type().convert(input);
        } catch (TerminatingError _) {
            throw BindingErrors.noInput();
        }
        return held(parameter, fitted);
    }

    private static @Nullable Object held(Parameter parameter, @Nullable Object fitted) {
        parameter.values().condition().hold(fitted);
        if (!parameter.only().isEmpty() && fitted != null) {
            Conversion.toList(fitted).forEach(one -> check(parameter, Text.of(one)));
        }
        return fitted;
    }

    private static void check(Parameter parameter, String value) {
        if (parameter.only().stream().noneMatch(value::equalsIgnoreCase)) {
            throw BindingErrors.notInSet(parameter, value);
        }
    }

    /** Whether a value has the parameter's type already. */
    static boolean isOfType(Parameter parameter, @Nullable Object value) {
        String name = parameter.type().name();
        if (value == null) {
            return name.equals("System.Object");
        }
        return name.equals("System.Object")
                || name.equals(TypeNames.of(value))
                || (value instanceof ShellObject object && takes(parameter, object))
                || (parameter.type().array()
                        && value instanceof List<?> items
                        && items.stream().allMatch(item -> item != null && name.equals(TypeNames.of(item))));
    }

    /** Whether a parameter with a type of its own takes an object as it is. */
    private static boolean takes(Parameter parameter, ShellObject object) {
        if (parameter.type().name().startsWith("System.") || parameter.type().array()) {
            return false;
        }
        try {
            return object.equals(parameter.type().convert(object));
        } catch (TerminatingError _) {
            return false;
        }
    }

    /** Whether a value from the pipeline may be converted: a single value that is no object. */
    static boolean mayConvert(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
