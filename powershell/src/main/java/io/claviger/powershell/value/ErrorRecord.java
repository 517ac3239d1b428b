package io.claviger.powershell.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param cause the exception behind it, if there is one
 * @param origin where it happened
 */
public record ErrorRecord(
        String message,
        ErrorCategory category,
        String errorId,
        @Nullable Object target,
        String exceptionType,
        @Nullable Cause cause,
        Origin origin) {

    /**
     * The exception behind an error.
     *
     * @param types its .NET name, such as {@code System.IO.FileNotFoundException}, and after it those of the classes that
     *     it extends, all of which {@code catch [Name]} catches
     * @param properties its properties besides the message, in the order of their declaration
     */
    public record Cause(List<String> types, Map<String, ? extends @Nullable Object> properties) {
        /** Keeps its own copies. */
        public Cause {
            if (types.isEmpty()) {
                throw new IllegalArgumentException("an exception has a type");
            }
            types = List.copyOf(types);
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        }

        /** Its own .NET name. */
        public String type() {
            return types.getFirst();
        }
    }

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
     * @param stack the places of the calls, the innermost first, a line for each; empty if there is none
     */
    public record Origin(
            String command, String commandType, String script, int line, String text, int from, int to, String stack) {

        /** Not known as yet. */
        public static final Origin UNKNOWN = new Origin("", "", "", 0, "", 0, 0);

        /** A place without a stack. */
        public Origin(String command, String commandType, String script, int line, String text, int from, int to) {
            this(command, commandType, script, line, text, from, to, "");
        }

        /** The same place for another command. */
        public Origin by(String other, String type) {
            return new Origin(other, type, script, line, text, from, to, stack);
        }
    }

    /** An error without a target, a cause or a place yet. */
    public static ErrorRecord of(ErrorCategory category, String errorId, String exceptionType, String message) {
        return new ErrorRecord(message, category, errorId, null, exceptionType, null, Origin.UNKNOWN);
    }

    /** An argument that cannot be used: PowerShell's {@code ArgumentException}. */
    public static ErrorRecord argument(String message) {
        return of(ErrorCategory.INVALID_ARGUMENT, "ArgumentException", "System.ArgumentException", message);
    }

    /** The same, with what it was done to. */
    public ErrorRecord about(@Nullable Object value) {
        return new ErrorRecord(message, category, errorId, value, exceptionType, cause, origin);
    }

    /** The same, with the exception behind it. */
    public ErrorRecord causedBy(Cause inner) {
        return new ErrorRecord(message, category, errorId, target, exceptionType, inner, origin);
    }

    /** The same, with its place. */
    public ErrorRecord at(Origin place) {
        return new ErrorRecord(message, category, errorId, target, exceptionType, cause, place);
    }

    /** {@code FullyQualifiedErrorId}. */
    public String fullyQualifiedErrorId() {
        return origin.commandType().isEmpty() ? errorId : errorId + "," + origin.commandType();
    }

    /** The name of the exception's type, without its namespace. */
    public String reason() {
        return exceptionType.substring(exceptionType.lastIndexOf('.') + 1);
    }

    /** The cmdlet that reported it; empty if none did. */
    public String activity() {
        return switch (reason()) {
            case "CommandNotFoundException" -> "";
            // A function's own error is shown under the function's name.
            case "WriteErrorException" -> "Write-Error";
            default -> origin.command();
        };
    }
}
