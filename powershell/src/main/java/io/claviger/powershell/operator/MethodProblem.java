package io.claviger.powershell.operator;

/** What an exception of .NET's says of an argument, without the method that met it. */
final class MethodProblem extends RuntimeException {

    private final String exception;

    private MethodProblem(String exception, String message) {
        super(message, null, false, false);
        this.exception = exception;
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

    /** The exception's name without its namespace. */
    String exception() {
        return exception;
    }

    /** The sentence. */
    String why() {
        return String.valueOf(getMessage());
    }
}
