package io.claviger.powershell.shell;

import io.claviger.powershell.language.Expression;
import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads variables, also those that the shell itself sets. */
final class VariableReader {

    /**
     * PowerShell's variables that do not exist here. Reading one is an error, so that a script does not take it for
     * empty.
     */
    private static final Set<String> UNSUPPORTED =
            Set.of("psstyle", "profile", "executioncontext", "stacktrace", "foreach", "switch");

    private final Engine engine;
    private final ExecutionContext execution;

    VariableReader(ExecutionContext execution) {
        this.execution = execution;
        engine = execution.engine();
    }

    @Nullable
    Object value(Expression.Variable variable) {
        String name = variable.name().toLowerCase(Locale.ROOT);
        if (variable.scope().equals("env")) {
            return engine.state.environment().get(variable.name());
        }
        if (variable.scope().equals("global")) {
            return engine.scope().global().get(name);
        }
        if (variable.scope().equals("script")) {
            return engine.scope().script().get(name);
        }
        return switch (name) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            case "?" -> engine.errors.succeeded();
            case "psitem" -> engine.scope().get("_");
            case "myinvocation" ->
                engine.scope().get(name) instanceof Invocation call
                        ? call.object()
                        : engine.scope().get(name);
            case "pwd" -> engine.state.folder().toString();
            case "psscriptroot" -> folderOf(execution.source().file());
            case "pscommandpath" -> execution.source().file();
            default -> {
                Object value = engine.scope().get(name);
                yield value == null ? unset(variable, name) : value;
            }
        };
    }

    /** The value of a variable that no script has set. */
    private @Nullable Object unset(Expression.Variable variable, String name) {
        if (name.equals("input")) {
            return input();
        }
        Optional<Object> automatic = AutomaticVariables.value(name);
        if (automatic.isPresent()) {
            return automatic.get();
        }
        if (UNSUPPORTED.contains(name)) {
            throw problem("VariableNotSupported", "The variable $" + variable.name() + " is not supported.");
        }
        StrictMode.variable(engine.scope(), variable.name());
        return null;
    }

    /** The lines of standard input, if that is piped, or the only one; they are read once. */
    private Object input() {
        Scope scope = engine.scope().global();
        List<@Nullable Object> lines = new ArrayList<>();
        if (engine.screen.console().interactive()) {
            return lines;
        }
        Optional<String> line = engine.screen.console().read("");
        while (line.isPresent()) {
            Bounds.items(lines.size());
            lines.add(line.get());
            line = engine.screen.console().read("");
        }
        Object input = lines.size() == 1 && lines.getFirst() instanceof String only ? only : lines;
        scope.set("input", input);
        return input;
    }

    private static String folderOf(String file) {
        return file.isEmpty() ? "" : file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    private static TerminatingError problem(String id, String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION, id, "System.Management.Automation.RuntimeException", message));
    }
}
