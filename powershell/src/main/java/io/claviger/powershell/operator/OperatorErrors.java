package io.claviger.powershell.operator;

import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Errors of operators and methods. */
final class OperatorErrors {

    private OperatorErrors() {}

    static TerminatingError runtime(String id, String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION, id, "System.Management.Automation.RuntimeException", message));
    }

    /** The error for an exception of a .NET method, wrapped as in PowerShell. */
    static TerminatingError thrown(String method, int arguments, String exception, String why) {
        return new TerminatingError(ErrorRecord.of(
                        ErrorCategory.NOT_SPECIFIED,
                        exception,
                        "System.Management.Automation.MethodInvocationException",
                        "Exception calling \"" + method + "\" with \"" + arguments + "\" argument(s): \"" + why + "\"")
                .causedBy(new ErrorRecord.Cause(List.of("System." + exception), Map.of("Message", why))));
    }

    static TerminatingError noOverload(String method, int arguments) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.NOT_SPECIFIED,
                "MethodCountCouldNotFindBest",
                "System.Management.Automation.MethodException",
                "Cannot find an overload for \"" + method + "\" and the argument count: \"" + arguments + "\"."));
    }

    /** The error for a division by zero. */
    static TerminatingError division() {
        String message = "Attempted to divide by zero.";
        return new TerminatingError(ErrorRecord.of(
                        ErrorCategory.NOT_SPECIFIED, "RuntimeException", ExceptionTypes.RUNTIME, message)
                .causedBy(new ErrorRecord.Cause(List.of("System.DivideByZeroException"), Map.of("Message", message))));
    }

    /** The error for an operator that a value does not have. */
    static TerminatingError noOperator(String operator, @Nullable Object value) {
        String method = switch (operator) {
            case "+" -> "op_Addition";
            case "-" -> "op_Subtraction";
            case "*" -> "op_Multiply";
            case "/" -> "op_Division";
            default -> "op_Modulus";
        };
        return runtime(
                "MethodNotFound",
                "Method invocation failed because [" + TypeNames.of(value) + "] does not contain a method named '"
                        + method + "'.");
    }

    /** The error for an exception of .NET's that an operator lets through. */
    static TerminatingError stopped(String exception, String message) {
        return new TerminatingError(ErrorRecord.of(ErrorCategory.OPERATION_STOPPED, exception, exception, message));
    }

    /** The error for an argument of a method that its parameter does not take. */
    static TerminatingError argument(
            String parameter, @Nullable Object value, String method, String type, TerminatingError why) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.NOT_SPECIFIED,
                "MethodArgumentConversionInvalidCastArgument",
                "System.Management.Automation.MethodException",
                "Cannot convert argument \"" + parameter + "\", with value: \"" + Text.plain(value) + "\", for \""
                        + method + "\" to type \"" + type + "\": \""
                        + why.error().message() + "\""));
    }

    /** The error for a pattern of wildcards that is none. */
    static TerminatingError wildcard(String pattern) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.NOT_SPECIFIED,
                "WildcardPatternException",
                "System.Management.Automation.WildcardPatternException",
                "The specified wildcard character pattern is not valid: " + pattern));
    }

    static TerminatingError argument(String message) {
        return new TerminatingError(ErrorRecord.argument(message));
    }
}
