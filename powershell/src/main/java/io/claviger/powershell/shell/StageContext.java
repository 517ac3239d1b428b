package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Prompts;
import io.claviger.powershell.command.SessionState;
import io.claviger.powershell.command.StopUpstream;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.TerminatingError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one command of a pipeline may use. */
final class StageContext implements CmdletContext {

    private final Stage stage;
    private final Engine engine;
    private final Binding binding;
    private final Sink next;
    private final Confirmation confirmation;
    private final Map<String, List<@Nullable Object>> collected = new LinkedHashMap<>();

    StageContext(Stage stage, Engine engine, Binding binding, Sink next) {
        this.stage = stage;
        this.engine = engine;
        this.binding = binding;
        this.next = next;
        confirmation = new Confirmation(engine, binding);
    }

    private void collect(String parameter, @Nullable Object value) {
        if (binding.common().get(parameter) instanceof String name && !name.isEmpty()) {
            collected
                    .computeIfAbsent(name, missing -> Stage.collected(engine, missing))
                    .add(value);
        }
    }

    void collectError(ErrorRecord error) {
        collect("ErrorVariable", error);
        finish();
    }

    /** Sets the variables that collect something. */
    void finish() {
        collected.forEach((name, values) ->
                engine.scope().set(name.startsWith("+") ? name.substring(1) : name, Conversion.toList(values)));
    }

    @Override
    public void write(@Nullable Object value) {
        engine.stops.check();
        collect("OutVariable", value);
        if (binding.common().get("PipelineVariable") instanceof String name) {
            engine.scope().set(name, value);
        }
        next.accept(value);
    }

    @Override
    public void writeAll(@Nullable Object value) {
        if (value instanceof List<?> items) {
            items.forEach(this::write);
        } else if (value != null) {
            write(value);
        }
    }

    @Override
    public void enough() {
        throw new StopUpstream(stage);
    }

    @Override
    public void writeError(ErrorRecord error) {
        stage.report(error);
    }

    /** The error as this command's own. */
    ErrorRecord own(ErrorRecord error) {
        return stage.own(error);
    }

    /** What was typed on a function holds for what it calls, as the preferences of its scope. */
    void handDown(Scope scope) {
        Arguments common = binding.common();
        List.of("Verbose", "Debug").forEach(name -> {
            if (common.has(name)) {
                scope.set(name + "Preference", common.flag(name) ? "Continue" : "SilentlyContinue");
            }
        });
        if (common.has("WhatIf")) {
            scope.set("WhatIfPreference", common.flag("WhatIf"));
        }
        if (common.has("Confirm")) {
            scope.set("ConfirmPreference", common.flag("Confirm") ? "Low" : "None");
        }
        if (common.has("ErrorAction")) {
            scope.set("ErrorActionPreference", common.get("ErrorAction"));
        }
        if (common.has("WarningAction")) {
            scope.set("WarningPreference", common.get("WarningAction"));
        }
    }

    private String preference(String parameter, String variable) {
        Object action = binding.common().get(parameter);
        return action == null ? engine.preference(variable) : action.toString();
    }

    /** What a switch that was typed says about messages, else the variable. */
    private String asked(String parameter) {
        return binding.common().has(parameter)
                ? binding.common().flag(parameter) ? "Continue" : "SilentlyContinue"
                : engine.preference(parameter + "Preference");
    }

    private void message(String kind, String text, String action) {
        if (action.equals("SilentlyContinue") || action.equals("Ignore")) {
            return;
        }
        engine.console.out(Colours.message(engine.console, kind.toUpperCase(Locale.ROOT) + ": " + text) + "\n");
        if (action.equals("Inquire")) {
            stage.inquire(text);
        } else if (action.equals("Stop")) {
            throw new TerminatingError(
                    own(ErrorRecord.of(
                            ErrorCategory.OPERATION_STOPPED,
                            "ActionPreferenceStop",
                            "System.Management.Automation.ActionPreferenceStopException",
                            "The running command stopped because the preference variable \"" + kind
                                    + "Preference\" or common parameter is set to Stop: " + text)),
                    true);
        }
    }

    @Override
    public void writeWarning(String message) {
        collect("WarningVariable", message);
        message("Warning", message, preference("WarningAction", "WarningPreference"));
    }

    @Override
    public void writeVerbose(String message) {
        message("Verbose", message, asked("Verbose"));
    }

    @Override
    public void writeDebug(String message) {
        message("Debug", message, asked("Debug"));
    }

    @Override
    public void writeHost(String text) {
        engine.console.out(text);
    }

    @Override
    public void show(@Nullable Object value) {
        engine.display().show(value);
    }

    @Override
    public boolean shouldProcess(String target, String operation) {
        return confirmation.shouldProcess(target, operation, this);
    }

    @Override
    public boolean shouldProceed(boolean force, String target, String operation) {
        boolean whatIfTyped = binding.common().flag("WhatIf");
        return (force && !whatIfTyped) || shouldProcess(target, operation);
    }

    @Override
    public SessionState session() {
        return engine.state;
    }

    @Override
    public Prompts prompts() {
        return engine.prompts;
    }

    @Override
    public CmdletDescription description() {
        return binding.description();
    }

    @Override
    public boolean isStopping() {
        return engine.stops.pending();
    }

    @Override
    public Registration onStop(Runnable action) {
        return engine.stops.onStop(action);
    }
}
