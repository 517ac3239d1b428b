package io.claviger.powershell.binding;

import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PowerShell's messages about arguments. */
final class BindingErrors {

    private BindingErrors() {}

    private static TerminatingError error(String id, String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_ARGUMENT, id, "System.Management.Automation.ParameterBindingException", message));
    }

    static TerminatingError unknown(String name) {
        return error(
                "NamedParameterNotFound", "A parameter cannot be found that matches parameter name '" + name + "'.");
    }

    static TerminatingError ambiguous(String name, List<Parameter> candidates) {
        return error(
                "AmbiguousParameter",
                "Parameter cannot be processed because the parameter name '" + name + "' is ambiguous. Possible matches"
                        + " include:"
                        + candidates.stream().map(one -> " -" + one.name()).collect(Collectors.joining())
                        + ".");
    }

    static TerminatingError twice(String parameter) {
        return error(
                "ParameterAlreadyBound",
                "Cannot bind parameter because parameter '" + parameter
                        + "' is specified more than once. To provide"
                        + " multiple values to parameters that can accept multiple values, use the array syntax. For"
                        + " example, \"-parameter value1,value2,value3\".");
    }

    static TerminatingError missingArgument(Parameter parameter) {
        return error(
                "MissingArgument",
                "Missing an argument for parameter '" + parameter.name() + "'. Specify a parameter of type '"
                        + parameter.type().fullName() + "' and try again.");
    }

    static TerminatingError noPosition(@Nullable Object value) {
        return error(
                "PositionalParameterNotFound",
                "A positional parameter cannot be found that accepts argument '" + Text.of(value) + "'.");
    }

    static TerminatingError noSet() {
        return error(
                "AmbiguousParameterSet",
                "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued"
                        + " cannot be used together or an insufficient number of parameters were provided.");
    }

    static TerminatingError missing(List<Parameter> mandatory) {
        return error(
                "MissingMandatoryParameter",
                "Cannot process command because of one or more missing mandatory parameters:" + names(mandatory) + ".");
    }

    private static String names(List<Parameter> parameters) {
        return parameters.stream().map(one -> " " + one.name()).collect(Collectors.joining());
    }

    static TerminatingError noInput() {
        return error(
                "InputObjectNotBound",
                "The input object cannot be bound to any parameters for the command either because the command does not"
                        + " take pipeline input or the input and its properties do not match any of the parameters that"
                        + " take pipeline input.");
    }

    static TerminatingError missingFromInput(List<Parameter> mandatory) {
        return error(
                "InputObjectMissingMandatory",
                "The input object cannot be bound because it did not contain the information required to bind all mandatory"
                        + " parameters: " + names(mandatory));
    }

    static TerminatingError notInSet(Parameter parameter, String value) {
        return error(
                "ParameterArgumentValidationError",
                "Cannot validate argument on parameter '" + parameter.name() + "'. The argument \"" + value
                        + "\" does not belong to the set \"" + String.join(",", parameter.only())
                        + "\" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the"
                        + " command again.");
    }

    static TerminatingError inconvertible(Parameter parameter, @Nullable Object value, String why) {
        if (parameter.type().transforms()) {
            return error(
                    "ParameterArgumentTransformationError",
                    "Cannot process argument transformation on parameter '" + parameter.name() + "'. " + why);
        }
        // A Boolean parameter counts as one that may be null, as those of services' cmdlets are.
        return error(
                "CannotConvertArgumentNoMessage",
                parameter.type().name().equals("System.Boolean")
                        ? "Cannot convert '" + TypeNames.of(value)
                                + "' to the type 'System.Nullable`1[System.Boolean]' required by parameter '"
                                + parameter.name() + "'. "
                        : "Cannot bind parameter '" + parameter.name() + "'. " + why);
    }

    /** The error for null where the type has none. */
    static TerminatingError noNull(Parameter parameter) {
        return error(
                "ParameterBindingFailed",
                "Cannot bind parameter '" + parameter.name() + "' to the target. Exception setting \""
                        + parameter.name() + "\": \"Cannot convert null to type \""
                        + parameter.type().fullName() + "\".\"");
    }

    static TerminatingError arrayForOne(Parameter parameter) {
        return error(
                "CannotConvertArgument",
                "Cannot convert 'System.Object[]' to the type '"
                        + parameter.type().name() + "' required by parameter '" + parameter.name()
                        + "'. Specified method is not supported.");
    }
}
