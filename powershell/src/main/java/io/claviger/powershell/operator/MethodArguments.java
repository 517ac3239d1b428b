package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.TerminatingError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments of methods, converted to what the parameters take. */
final class MethodArguments {

    private MethodArguments() {}

    /** An argument that is a whole number; the names of the method and the parameter are for the message. */
    static int whole(String method, String parameter, List<@Nullable Object> arguments, int index) {
        Object value = index < arguments.size() ? arguments.get(index) : null;
        try {
            return Conversion.toInteger(value);
        } catch (TerminatingError error) {
            throw OperatorErrors.argument(parameter, value, method, "System.Int32", error);
        }
    }
}
