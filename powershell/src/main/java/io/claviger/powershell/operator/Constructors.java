package io.claviger.powershell.operator;

import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code [Exception]::new('x')} and {@code [ErrorRecord]::new(...)}: what scripts make to throw it. */
final class Constructors {

    private static final String RECORD = "System.Management.Automation.ErrorRecord";
    private static final String INVALID_OPERATION = "System.InvalidOperationException";
    private static final String NULL = "System.ArgumentNullException";
    private static final String RANGE = "System.ArgumentOutOfRangeException";

    private Constructors() {}

    /** The object that a type's constructor makes; empty if the type has no constructor here. */
    static Optional<Object> call(String type, List<@Nullable Object> arguments) {
        if (type.equalsIgnoreCase(RECORD) || type.equalsIgnoreCase(RECORD.substring("System.".length()))) {
            return Optional.of(error(arguments));
        }
        return ExceptionTypes.find(type).map(found -> exception(found, arguments));
    }

    /** An exception with a message, as the cast of a text. */
    static Optional<ShellObject> exception(String type, String message) {
        return ExceptionTypes.find(type).map(found -> exception(found, List.of(message)));
    }

    private static ShellObject exception(String type, List<@Nullable Object> arguments) {
        boolean ofParameter = type.equals(NULL) || type.equals(RANGE);
        Object first = arguments.isEmpty() ? null : arguments.getFirst();
        Object second = arguments.size() > 1 ? arguments.get(1) : null;
        if (arguments.size() > 2 || (first != null && !(first instanceof String))) {
            throw noOverload(arguments.size());
        }
        ShellObject inner =
                second instanceof ShellObject object && Exceptions.cause(object).isPresent() ? object : null;
        if (second != null && inner == null && !ExceptionTypes.isA(type, "System.ArgumentException")) {
            throw noOverload(arguments.size());
        }
        if (ofParameter && first != null && inner == null) {
            return Exceptions.of(type, (second == null ? standard(type) : Text.of(second)) + parameter(first), null);
        }
        String message = first == null ? standard(type) : Text.of(first);
        return Exceptions.of(type, second == null || inner != null ? message : message + parameter(second), inner);
    }

    private static String parameter(Object name) {
        return " (Parameter '" + Text.of(name) + "')";
    }

    private static String standard(String type) {
        return switch (type) {
            case INVALID_OPERATION -> "Operation is not valid due to the current state of the object.";
            case NULL -> "Value cannot be null.";
            case RANGE -> "Specified argument was out of the range of valid values.";
            default -> "Exception of type '" + type + "' was thrown.";
        };
    }

    private static ErrorRecord error(List<@Nullable Object> arguments) {
        Object exception = arguments.isEmpty() ? null : arguments.getFirst();
        if (arguments.size() != 4) {
            throw noOverload(arguments.size());
        }
        ErrorRecord thrown = Exceptions.thrown(exception)
                .or(() -> exception instanceof String message
                        ? exception("System.Exception", message).flatMap(Exceptions::thrown)
                        : Optional.empty())
                .orElseThrow(() -> noOverload(arguments.size()));
        return new ErrorRecord(
                thrown.message(),
                category(Text.of(arguments.get(2))),
                Text.of(arguments.get(1)),
                arguments.get(3),
                thrown.exceptionType(),
                thrown.cause(),
                ErrorRecord.Origin.UNKNOWN);
    }

    private static ErrorCategory category(String name) {
        return Arrays.stream(ErrorCategory.values())
                .filter(one -> one.text().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> OperatorErrors.argument("There is no error category '" + name + "' here."));
    }

    private static RuntimeException noOverload(int count) {
        return OperatorErrors.noOverload("new", count);
    }
}
