package io.claviger.cmdlets.credentials;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.command.SessionValues;
import org.jspecify.annotations.Nullable;

/** The variables that hold the session's choices, and their scope by {@code -Scope}. */
final class VariableScope {

    private VariableScope() {}

    static Parameter parameter() {
        return Parameter.of(
                        "Scope",
                        ParameterType.STRING,
                        "The scope of the variable. Script is the whole session here, Private the running command's.")
                .only("Global", "Local", "Script", "Private");
    }

    private static boolean isGlobal(Arguments arguments) {
        return switch (arguments.word("Scope", "local")) {
            case "global", "script" -> true;
            default -> false;
        };
    }

    static void set(Arguments arguments, SessionValues session, String variable, @Nullable Object value) {
        if (isGlobal(arguments)) {
            session.setGlobalVariable(variable, value);
        } else {
            session.setVariable(variable, value);
        }
    }

    static void clear(Arguments arguments, SessionValues session, String variable) {
        if (isGlobal(arguments)) {
            session.removeGlobalVariable(variable);
        } else {
            session.forget(variable);
        }
    }
}
