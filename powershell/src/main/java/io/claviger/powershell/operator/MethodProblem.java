package io.claviger.powershell.operator;

import io.claviger.powershell.value.TerminatingError;

/** What an exception of .NET's says of an argument, without the method that met it. */
final class MethodProblem extends RuntimeException {

    static final String SPECIFIER = "Format specifier was invalid.";
    static final String INPUT = "Input string was not in a correct format.";

    private final String exception;

    private MethodProblem(String exception, String message) {
        super(message, null, false, false);
        this.exception = exception;
    }

    /** A format that is none, or a text that is in no format. */
    static MethodProblem format(String message) {
        return new MethodProblem("FormatException", message);
    }

    /** An argument that is not among those that its parameter takes. */
    static MethodProblem range(String message, String parameter) {
        return new MethodProblem("ArgumentOutOfRangeException", message + " (Parameter '" + parameter + "')");
    }

    /** An argument that means nothing. */
    static MethodProblem argument(String message) {
        return new MethodProblem("ArgumentException", message);
    }

    /** A result that its type cannot hold. */
    static MethodProblem overflow(String message) {
        return new MethodProblem("OverflowException", message);
    }

    /** The error of the method that met it, called with so many arguments. */
    TerminatingError of(String method, int arguments) {
        return OperatorErrors.thrown(method, arguments, exception, why());
    }

    /** The sentence. */
    String why() {
        return String.valueOf(getMessage());
    }
}
