package io.claviger.powershell.shell;

import io.claviger.powershell.binding.CommonParameters;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that only the shell sets, and those that take a few values only. */
final class VariableRules {

    private static final Set<String> FIXED = Set.of(
            "true",
            "false",
            "null",
            "?",
            "error",
            "home",
            "pid",
            "psversiontable",
            "psedition",
            "host",
            "shellid",
            "islinux",
            "iswindows",
            "ismacos",
            "iscoreclr",
            "executioncontext",
            "pshome");

    private static final Set<String> PREFERENCES = Set.of(
            "erroractionpreference",
            "warningpreference",
            "verbosepreference",
            "debugpreference",
            "informationpreference",
            "progresspreference");

    private VariableRules() {}

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether the variable is the shell's own. */
    static boolean isOfShell(String name) {
        return FIXED.contains(key(name)) || key(name).endsWith("preference");
    }

    /** Checks that scripts may set the variable. */
    static void writable(String name) {
        if (FIXED.contains(key(name))) {
            throw readOnly(
                    "VariableNotWritable",
                    "Cannot overwrite variable " + name + " because it is read-only or constant.");
        }
    }

    /** Checks that scripts may remove the variable. */
    static void removable(String name) {
        if (FIXED.contains(key(name))) {
            throw readOnly(
                    "VariableNotRemovable",
                    "Cannot remove variable " + name + " because it is constant or read-only. If the variable is"
                            + " read-only, try the operation again specifying the Force option.");
        }
    }

    /** The value as the variable keeps it: a preference variable takes nothing but preferences. */
    static @Nullable Object fitting(String name, @Nullable Object value) {
        return PREFERENCES.contains(key(name)) ? CommonParameters.preference(value) : value;
    }

    private static TerminatingError readOnly(String id, String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.WRITE_ERROR,
                id,
                "System.Management.Automation.SessionStateUnauthorizedAccessException",
                message));
    }
}
