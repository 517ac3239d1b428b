package io.claviger.cmdlets.value;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong: {@code $Error[0]}, and {@code $_} in a {@code catch}.
 *
 * @param message the sentence that is printed
 * @param category its category
 * @param errorId the id; {@code FullyQualifiedErrorId} is this and, after a comma, the cmdlet's type
 * @param target what it was done to, if there was something
 * @param exceptionType the full .NET name that scripts know, which {@code catch [Name]} compares, such as
 *     {@code System.InvalidOperationException}
 * @param innerType the .NET name of the exception behind it, such as
 *     {@code Amazon.IdentityManagement.Model.LimitExceededException}
 * @param origin where it happened
 */
public record ErrorRecord(
        String message,
        ErrorCategory category,
        String errorId,
        @Nullable Object target,
        String exceptionType,
        @Nullable String innerType,
        Origin origin) {

    /**
     * Where an error happened. The shell fills it in.
     *
     * @param command the cmdlet's name, empty when it was none
     * @param commandType the cmdlet's type, empty when it was none
     * @param script the path of the script, empty at the prompt
     * @param line the line in the script, from 1; 0 when unknown
     * @param text the text of that line
     * @param from the first character of the line that is meant, from 0
     * @param to the one after the last
     */
    public record Origin(String command, String commandType, String script, int line, String text, int from, int to) {
        /** Not known as yet. */
        public static final Origin UNKNOWN = new Origin("", "", "", 0, "", 0, 0);
    }

    /** An error of no cmdlet in particular. */
    public static ErrorRecord of(ErrorCategory category, String errorId, String exceptionType, String message) {
        return new ErrorRecord(message, category, errorId, null, exceptionType, null, Origin.UNKNOWN);
    }

    /** An argument that cannot be used: PowerShell's {@code ArgumentException}. */
    public static ErrorRecord argument(String message) {
        return of(ErrorCategory.INVALID_ARGUMENT, "ArgumentException", "System.ArgumentException", message);
    }

    /** The same, with what it was done to. */
    public ErrorRecord about(@Nullable Object value) {
        return new ErrorRecord(message, category, errorId, value, exceptionType, innerType, origin);
    }

    /** The same, with the exception behind it. */
    public ErrorRecord causedBy(String type) {
        return new ErrorRecord(message, category, errorId, target, exceptionType, type, origin);
    }

    /** The same, with its place. */
    public ErrorRecord at(Origin place) {
        return new ErrorRecord(message, category, errorId, target, exceptionType, innerType, place);
    }

    /** {@code FullyQualifiedErrorId}. */
    public String fullyQualifiedErrorId() {
        return origin.commandType().isEmpty() ? errorId : errorId + "," + origin.commandType();
    }
}
