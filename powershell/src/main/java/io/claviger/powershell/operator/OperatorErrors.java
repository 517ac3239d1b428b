package io.claviger.powershell.operator;

import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.util.List;
import java.util.Map;

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

    static TerminatingError argument(String message) {
        return new TerminatingError(ErrorRecord.argument(message));
    }
}
