package io.claviger.powershell.operator;

import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ErrorRecord.Cause;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exceptions as values: {@code $_.Exception}, {@code [Exception]::new('x')}. */
public final class Exceptions {

    private static final String MESSAGE = "Message";
    private static final String INNER = "InnerException";

    private Exceptions() {}

    /** The exception of an error. */
    static ShellObject of(ErrorRecord error) {
        Cause cause = error.cause();
        ShellObject inner = cause == null ? null : inner(cause, error.message());
        return ExceptionTypes.isA(error.exceptionType(), ExceptionTypes.RUNTIME)
                ? runtime(error, inner)
                : of(error.exceptionType(), error.message(), inner);
    }

    private static ShellObject runtime(ErrorRecord error, @Nullable ShellObject inner) {
        ShellObject begun = new ShellObject(ObjectType.named(error.exceptionType()))
                .with("WasThrownFromThrowStatement", wasThrown(error));
        return made(
                error.reason().equals("CommandNotFoundException")
                        ? begun.with("CommandName", Text.of(error.target()))
                        : begun,
                error.exceptionType(),
                error.message(),
                inner);
    }

    /** An exception with this type, message and inner exception. */
    static ShellObject of(String type, String message, @Nullable ShellObject inner) {
        return made(new ShellObject(ObjectType.named(type)), type, message, inner);
    }

    private static ShellObject made(ShellObject begun, String type, String message, @Nullable ShellObject inner) {
        return begun.with(MESSAGE, message)
                .with(INNER, inner)
                .carrying(new Cause(ExceptionTypes.withBases(type), Map.of()))
                .saying(text(type, message, inner));
    }

    private static String text(String type, String message, @Nullable Object inner) {
        String text = type + ": " + message;
        return inner == null
                ? text
                : text + "\n ---> " + Text.of(inner) + "\n   --- End of inner exception stack trace ---";
    }

    /** An inner exception; without a message of its own, it has the outer one's. */
    static ShellObject inner(Cause cause, String otherwise) {
        Object own = cause.properties().get(MESSAGE);
        String message = own == null ? otherwise : Text.of(own);
        return ShellObject.of(ObjectType.named(cause.type()), cause.properties())
                .with(MESSAGE, message)
                .carrying(new Cause(ExceptionTypes.of(cause), Map.of()))
                .saying(text(cause.type(), message, cause.properties().get(INNER)));
    }

    /** The type names of an exception. */
    private record Known(ShellObject object, List<String> types) {}

    private static Optional<Known> known(@Nullable Object value) {
        return value instanceof ShellObject object
                ? object.carried(Cause.class).map(cause -> new Known(object, cause.types()))
                : Optional.empty();
    }

    /** The error that {@code throw} makes of an exception; empty if the value is no exception. */
    public static Optional<ErrorRecord> thrown(@Nullable Object value) {
        return known(value).map(exception -> {
            String message = Text.of(exception.object().get(MESSAGE));
            ErrorRecord error = ErrorRecord.of(
                    ErrorCategory.OPERATION_STOPPED, message, exception.types().getFirst(), message);
            return cause(exception.object().get(INNER)).map(error::causedBy).orElse(error);
        });
    }

    /** The cause that an exception becomes in an error; empty if the value is no exception. */
    static Optional<Cause> cause(@Nullable Object value) {
        return known(value).map(exception -> {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            ShellObject object = exception.object();
            object.names().forEach(name -> properties.put(name, object.get(name)));
            return new Cause(exception.types(), properties);
        });
    }

    /** Whether {@code throw} made the error of a value that is no exception. */
    public static boolean wasThrown(ErrorRecord error) {
        return error.category() == ErrorCategory.OPERATION_STOPPED
                && error.exceptionType().equals(ExceptionTypes.RUNTIME);
    }

    /** The error as it reaches a script: with PowerShell's exception, and .NET's as its inner one. */
    public static ErrorRecord wrapped(ErrorRecord error) {
        boolean own = error.category() == ErrorCategory.OPERATION_STOPPED
                || !error.origin().command().isEmpty()
                || ExceptionTypes.isA(error.exceptionType(), ExceptionTypes.RUNTIME);
        return own
                ? error
                : new ErrorRecord(
                        error.message(),
                        error.category(),
                        error.errorId(),
                        null,
                        ExceptionTypes.RUNTIME,
                        new Cause(ExceptionTypes.withBases(error.exceptionType()), Map.of(MESSAGE, error.message())),
                        error.origin());
    }

    /** The error as seen by a {@code catch} that names the inner exception. */
    public static ErrorRecord unwrapped(ErrorRecord error) {
        Cause cause = error.cause();
        if (cause == null || !ExceptionTypes.isA(error.exceptionType(), ExceptionTypes.RUNTIME)) {
            return error;
        }
        Object own = cause.properties().get(MESSAGE);
        Cause behind = cause(cause.properties().get(INNER)).orElse(null);
        return new ErrorRecord(
                own == null ? error.message() : Text.of(own),
                error.category(),
                error.errorId(),
                error.target(),
                cause.type(),
                behind,
                error.origin());
    }
}
