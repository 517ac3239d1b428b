package io.claviger.powershell.shell;

import io.claviger.powershell.language.Expression;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads variables, also those that the shell itself sets. */
final class VariableReader {

    /**
     * PowerShell's variables that do not exist here. Reading one is an error, so that a script does not take it for
     * empty.
     */
    private static final Set<String> UNSUPPORTED = Set.of(
            "psversiontable",
            "psedition",
            "psdefaultparametervalues",
            "psculture",
            "psuiculture",
            "psstyle",
            "host",
            "profile",
            "executioncontext",
            "myinvocation",
            "shellid",
            "stacktrace",
            "nestedpromptlevel",
            "pid",
            "foreach",
            "switch",
            "islinux",
            "ismacos",
            "iswindows",
            "iscoreclr");

    private final Engine engine;
    private final Execution execution;

    VariableReader(Execution execution) {
        this.execution = execution;
        engine = execution.engine();
    }

    @Nullable
    Object value(Expression.Variable variable) {
        String name = variable.name().toLowerCase(Locale.ROOT);
        if (variable.scope().equals("env")) {
            return engine.state.environment().get(variable.name());
        }
        if (variable.scope().equals("global") || variable.scope().equals("script")) {
            return engine.scope().global().get(name);
        }
        return switch (name) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            case "?" -> engine.errors.succeeded();
            case "psitem" -> engine.scope().get("_");
            case "pwd" -> engine.state.folder().toString();
            case "psscriptroot" -> folderOf(execution.source().file());
            case "pscommandpath" -> execution.source().file();
            default -> {
                Object value = engine.scope().get(name);
                if (value == null && UNSUPPORTED.contains(name)) {
                    throw problem("VariableNotSupported", "The variable $" + variable.name() + " is not supported.");
                }
                yield value;
            }
        };
    }

    private static String folderOf(String file) {
        return file.isEmpty() ? "" : file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    private static TerminatingError problem(String id, String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION, id, "System.Management.Automation.RuntimeException", message));
    }
}
