package io.claviger.powershell.shell;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Completion;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.language.Declared;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Statement.Body;
import io.claviger.powershell.operator.Casts;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters that a function declares, and the variables that they become. */
final class FunctionParameters {

    /** The parameter of a function that declares none for its input. */
    static final String INPUT = "InputObject";

    /** Types that put no restriction on a parameter's variable. */
    private static final Set<String> UNTYPED = Set.of("", "object", "psobject");

    private static final String REST = "args";

    /** What the variable of a switch takes. */
    private static final ParameterType SWITCHED = ParameterType.of(ParameterType.SWITCH.name(), value -> {
        if (value instanceof String) {
            throw Conversion.impossible(value, ParameterType.SWITCH.name(), "");
        }
        return Conversion.isTrue(value);
    });

    private final String name;
    private final Body body;
    private final ExecutionContext execution;

    FunctionParameters(String name, Body body, ExecutionContext execution) {
        this.name = name;
        this.body = body;
        this.execution = execution;
    }

    private boolean takesInputItself() {
        return body.parameters().stream().anyMatch(one -> one.fromPipeline() || one.fromProperty());
    }

    /** The parameters, for binding. */
    List<Parameter> all() {
        boolean placed = body.parameters().stream().anyMatch(one -> one.position() >= 0);
        List<Parameter> parameters = new ArrayList<>();
        boolean rest = body.advanced();
        for (Declared declared : body.parameters()) {
            ParameterType type = type(declared.type());
            int position = placed || type.isSwitch() ? declared.position() : parameters.size();
            rest |= declared.rest();
            parameters.add(parameter(declared, type).at(position));
        }
        boolean declaresInput =
                body.parameters().stream().anyMatch(one -> one.name().equalsIgnoreCase(INPUT));
        if (!takesInputItself() && !declaresInput) {
            parameters.add(Parameter.of(INPUT, ParameterType.OBJECT, "").byValue());
        }
        if (!rest) {
            parameters.add(Parameter.of(REST, ParameterType.OBJECT.many(), "").rest());
        }
        return parameters;
    }

    private Parameter parameter(Declared declared, ParameterType type) {
        Parameter made = Parameter.of(declared.name(), type, "")
                .alias(declared.aliases().toArray(new String[0]))
                .offering(Completion.of(declared.only().toArray(new String[0])))
                .in(declared.sets().toArray(new String[0]));
        if (!declared.checks().isEmpty()) {
            made = made.holding(value ->
                    ParameterValidation.hold(declared, value == null ? unset(declared.type()) : value, execution));
        }
        made = declared.mandatory() ? made.requiredIn(Set.copyOf(declared.demanding())) : made;
        made = declared.fromPipeline() ? made.byValue() : made;
        made = declared.rest() ? made.rest() : made;
        return declared.fromProperty() ? made.byPropertyName() : made;
    }

    private static ParameterType type(String name) {
        return converting(name).transforming();
    }

    private static ParameterType converting(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "", "object", "psobject" -> ParameterType.OBJECT;
            case "switch" -> ParameterType.SWITCH;
            case "string" -> ParameterType.STRING;
            case "string[]" -> ParameterType.STRING.many();
            case "bool", "boolean" -> ParameterType.of("System.Boolean", FunctionParameters::truth);
            case "scriptblock" -> ParameterType.SCRIPT_BLOCK;
            case "hashtable" -> ParameterType.HASHTABLE;
            default -> ParameterType.of(Casts.fullName(name), value -> Casts.cast(name, value));
        };
    }

    private static boolean truth(@Nullable Object value) {
        try {
            return Conversion.toBoolean(value);
        } catch (TerminatingError error) {
            throw new TerminatingError(ErrorRecord.of(
                    error.error().category(),
                    error.error().errorId(),
                    error.error().exceptionType(),
                    "Cannot convert value \"" + TypeNames.of(value)
                            + "\" to type \"System.Boolean\". Boolean parameters"
                            + " accept only Boolean values and numbers, such as $True, $False, 1 or 0."));
        }
    }

    /** The value of a parameter without an argument: the empty one of its type. */
    private static @Nullable Object unset(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "string", "int", "int32", "long", "int64", "double", "float", "single", "decimal", "bool", "boolean" ->
                Casts.cast(type, null);
            case "switch" -> false;
            default -> null;
        };
    }

    /** Sets the parameters' variables in the current scope. */
    void set(Arguments arguments, Arguments common) {
        Scope scope = execution.engine().scope();
        for (Declared declared : body.parameters()) {
            @Nullable Expression otherwise = declared.otherwise();
            @Nullable Object value = arguments.get(declared.name());
            if (!arguments.has(declared.name())) {
                value = otherwise != null ? converted(declared, execution.value(otherwise)) : unset(declared.type());
            } else {
                value = value == null ? unset(declared.type()) : value;
            }
            scope.set(declared.name(), value);
            keep(declared, scope);
        }
        scope.set(REST, arguments.items(REST));
        Hashtable bound = Hashtable.dictionary("System.Object");
        arguments.values().forEach((given, value) -> {
            if (body.parameters().stream().anyMatch(one -> one.name().equals(given))) {
                bound.put(given, value);
            }
        });
        common.values().forEach(bound::put);
        scope.set("PSBoundParameters", bound);
    }

    private void keep(Declared declared, Scope scope) {
        boolean typed = !UNTYPED.contains(declared.type().toLowerCase(Locale.ROOT));
        ParameterType type = type(declared.type()).isSwitch() ? SWITCHED : type(declared.type());
        if (ParameterValidation.keepsRules(declared)) {
            scope.keepType(declared.name(), value -> validated(declared, typed ? type.convert(value) : value));
        } else if (typed) {
            scope.keepType(declared.name(), type::convert);
        }
    }

    private @Nullable Object validated(Declared declared, @Nullable Object value) {
        try {
            ParameterValidation.hold(declared, value, execution);
            return value;
        } catch (TerminatingError _) {
            throw new TerminatingError(ErrorRecord.of(
                    ErrorCategory.METADATA_ERROR,
                    "ValidateSetFailure",
                    "System.Management.Automation.ValidationMetadataException",
                    "The variable cannot be validated because the value " + Text.of(value)
                            + " is not a valid value for the " + declared.name() + " variable."));
        }
    }

    /** The value that a parameter has by default. */
    private @Nullable Object converted(Declared declared, @Nullable Object value) {
        try {
            return type(declared.type()).convert(value);
        } catch (TerminatingError error) {
            throw new TerminatingError(ErrorRecord.of(
                            ErrorCategory.INVALID_DATA,
                            "ParameterArgumentTransformationError",
                            "System.Management.Automation.ParameterBindingArgumentTransformationException",
                            "Cannot process argument transformation on parameter '" + declared.name() + "'. "
                                    + error.error().message())
                    .at(new ErrorRecord.Origin(name, name, "", 0, "", 0, 0)));
        }
    }
}
