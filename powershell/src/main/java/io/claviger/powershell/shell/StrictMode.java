package io.claviger.powershell.shell;

import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of {@code Set-StrictMode}: what a script reads that is not there. */
final class StrictMode {

    private static final int VARIABLES = 1;
    private static final int PROPERTIES = 2;
    private static final int INDEXES = 3;

    private StrictMode() {}

    /** Checks a variable that is null. */
    static void variable(Scope scope, String name) {
        if (scope.strictness() >= VARIABLES && !scope.sees(name)) {
            throw new TerminatingError(ErrorRecord.of(
                            ErrorCategory.INVALID_OPERATION,
                            "VariableIsUndefined",
                            "System.Management.Automation.RuntimeException",
                            "The variable '$" + name + "' cannot be retrieved because it has not been set.")
                    .about(name));
        }
    }

    static void property(Scope scope, @Nullable Object target, String name) {
        if (scope.strictness() >= PROPERTIES && !has(target, name)) {
            throw new TerminatingError(ErrorRecord.of(
                    ErrorCategory.NOT_SPECIFIED,
                    "PropertyNotFoundStrict",
                    "System.Management.Automation.PropertyNotFoundException",
                    "The property '" + name + "' cannot be found on this object. Verify that the property exists."));
        }
    }

    private static boolean has(@Nullable Object target, String name) {
        return switch (target) {
            case null -> false;
            case Hashtable table -> Members.has(table, name);
            case ShellObject object -> Members.has(object, name);
            case List<?> items -> isOfLists(name) || items.stream().anyMatch(one -> one != null && has(one, name));
            default -> !name.equalsIgnoreCase("Count") && Members.has(target, name);
        };
    }

    private static boolean isOfLists(String name) {
        return List.of("Count", "Length", "LongLength", "Rank", "IsFixedSize", "IsReadOnly", "SyncRoot").stream()
                .anyMatch(name::equalsIgnoreCase);
    }

    static void index(Scope scope, @Nullable Object target, @Nullable Object index) {
        if (scope.strictness() >= INDEXES
                && target instanceof List<?> items
                && index instanceof Integer place
                && (place >= items.size() || place < -items.size())) {
            throw new TerminatingError(ErrorRecord.of(
                    ErrorCategory.OPERATION_STOPPED,
                    "System.IndexOutOfRangeException",
                    "System.IndexOutOfRangeException",
                    "Index was outside the bounds of the array."));
        }
    }
}
