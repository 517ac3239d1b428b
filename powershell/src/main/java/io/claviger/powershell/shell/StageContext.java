package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Prompts;
import io.claviger.powershell.command.SessionState;
import io.claviger.powershell.command.StopUpstream;
import io.claviger.powershell.format.Colours;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.TerminatingError;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one command of a pipeline may use. */
final class StageContext implements CmdletContext {

    private final Engine engine;
    private final Binding binding;
    private final Sink next;
    private final Confirmation confirmation;
    private final CollectedValues collected;
    private final StageErrors errors;
    private boolean ended;

    StageContext(Engine engine, Binding binding, CollectedValues collected, StageErrors errors, Sink next) {
        this.collected = collected;
        this.errors = errors;
        this.engine = engine;
        this.binding = binding;
        this.next = next;
        confirmation = new Confirmation(engine, binding);
    }

    @Override
    public void write(@Nullable Object value) {
        engine.stops.check();
        collected.add("OutVariable", value);
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
        throw new StopUpstream(this);
    }

    @Override
    public void writeError(ErrorRecord error) {
        errors.report(error);
    }

    /** Notes that the function has ended. */
    void end() {
        ended = true;
    }

    /** Whether the function has ended, whose {@code $PSCmdlet} may be kept. */
    boolean hasEnded() {
        return ended;
    }

    /** The common parameters that are given. */
    Arguments common() {
        return binding.common();
    }

    /** How this command, which is a function or a script, is called. */
    Invocation invocation() {
        return new Invocation(binding.description().name(), errors.place(), binding.arguments(), errors.file());
    }

    @Override
    public void writeCallersError(ErrorRecord error) {
        errors.reportOfCaller(error);
    }

    /** The error as one of this command. */
    ErrorRecord own(ErrorRecord error) {
        return errors.own(error);
    }

    /**
     * Sets the preferences in a function's scope from its common parameters, so that they hold for the commands it
     * calls.
     */
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
        return action == null ? engine.scopes.preference(variable) : action.toString();
    }

    /** The preference for messages: of the switch if it is given, else of the variable. */
    private String asked(String parameter) {
        return binding.common().has(parameter)
                ? binding.common().flag(parameter) ? "Continue" : "SilentlyContinue"
                : engine.scopes.preference(parameter + "Preference");
    }

    private void message(Streams.Kind stream, String kind, String text, String action) {
        if (action.equals("Ignore")) {
            return;
        }
        if (action.equals("SilentlyContinue")) {
            engine.streams.note(stream, text);
            return;
        }
        if (!engine.streams.takes(stream, text)) {
            engine.screen
                    .console()
                    .out(Colours.message(
                                    engine.screen.console().coloured(), kind.toUpperCase(Locale.ROOT) + ": " + text)
                            + "\n");
        }
        if (action.equals("Inquire")) {
            errors.inquire("Continue with this operation?");
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
        message(Streams.Kind.WARNING, "Warning", message, preference("WarningAction", "WarningPreference"));
    }

    @Override
    public void writeVerbose(String message) {
        message(Streams.Kind.VERBOSE, "Verbose", message, asked("Verbose"));
    }

    @Override
    public void writeDebug(String message) {
        message(Streams.Kind.DEBUG, "Debug", message, asked("Debug"));
    }

    @Override
    public void writeInformation(String message) {
        if (preference("InformationAction", "InformationPreference").equals("Continue")) {
            writeHost(message + "\n");
        } else {
            engine.streams.note(Streams.Kind.INFORMATION, message);
        }
    }

    @Override
    public void writeHost(String text) {
        String said = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (!engine.streams.takes(Streams.Kind.INFORMATION, said)) {
            engine.screen.console().out(text);
        }
    }

    @Override
    public void show(@Nullable Object value) {
        engine.screen.display().show(value);
    }

    @Override
    public boolean shouldProcess(String target, String operation) {
        return confirmation.shouldProcess(target, operation, this);
    }

    @Override
    public boolean shouldProceed(boolean force, String target, String operation) {
        return (force && !confirmation.onlySays()) || shouldProcess(target, operation);
    }

    /** {@code $PSCmdlet.ShouldProcess} with texts of its own. */
    boolean shouldProcess(String description, String question, String caption) {
        return confirmation.shouldProcess(description, question, caption, this);
    }

    /** {@code $PSCmdlet.ShouldContinue}. */
    boolean shouldContinue(String question, String caption) {
        return confirmation.shouldContinue(question, caption);
    }

    @Override
    public SessionState session() {
        return engine.state;
    }

    @Override
    public Prompts prompts() {
        return engine.screen.prompts();
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
