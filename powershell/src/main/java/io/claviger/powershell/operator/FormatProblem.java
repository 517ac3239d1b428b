package io.claviger.powershell.operator;

/** What .NET's {@code FormatException} says of a format, without the operator or the method that met it. */
final class FormatProblem extends RuntimeException {

    static final String SPECIFIER = "Format specifier was invalid.";
    static final String INPUT = "Input string was not in a correct format.";

    FormatProblem(String message) {
        super(message, null, false, false);
    }

    /** The sentence. */
    String why() {
        return String.valueOf(getMessage());
    }
}
