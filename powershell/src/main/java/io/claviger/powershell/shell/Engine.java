package io.claviger.powershell.shell;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.command.Past;
import io.claviger.powershell.format.Display;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the parts of a session share. One thread runs it. */
final class Engine {

    private static final int REMEMBERED_ERRORS = 256;
    private static final int REMEMBERED_LINES = 4_096;
    private static final int DEEPEST_CALL = 100;

    private final Console printer;
    /** Where all is said that is not the display's. */
    final Console console;

    final ConsolePrompts prompts;
    final State state;
    final Stops stops = new Stops();
    final Failures failures = new Failures(this);
    private final List<CmdletSource> sources;

    private final List<Past> history = new ArrayList<>();
    private int lines;

    private Scope scope = new Scope(null);
    private boolean succeeded = true;
    private int tries;
    private @Nullable TerminatingError handled;
    private int calls;
    /** Prints what comes out at last; that of the line which runs. */
    private Display display;

    Engine(Console console, List<CmdletSource> sources, State state) {
        this.printer = console;
        this.console = new OrderedConsole(console, () -> display.settle());
        this.prompts = new ConsolePrompts(this.console);
        this.display = newDisplay();
        this.sources = List.copyOf(sources);
        this.state = state;
        scope.set("Error", new ArrayList<@Nullable Object>());
        scope.set("true", true);
        scope.set("false", false);
        scope.set("null", null);
        scope.set("ErrorActionPreference", "Continue");
        scope.set("WarningPreference", "Continue");
        scope.set("VerbosePreference", "SilentlyContinue");
        scope.set("DebugPreference", "SilentlyContinue");
        scope.set("InformationPreference", "SilentlyContinue");
        scope.set("ProgressPreference", "Continue");
        scope.set("ConfirmPreference", "High");
        scope.set("WhatIfPreference", false);
        scope.set("FormatEnumerationLimit", 4);
        scope.set("ErrorView", "ConciseView");
        scope.set("OFS", " ");
        scope.set("HOME", state.home().toString());
        scope.set("LASTEXITCODE", 0);
    }

    Scope scope() {
        return scope;
    }

    /** Does something in another scope. */
    void in(Scope other, Runnable action) {
        Scope before = scope;
        scope = other;
        try {
            action.run();
        } finally {
            scope = before;
        }
    }

    Display display() {
        return display;
    }

    /** PowerShell leaves a terminal's last cell free, so that no terminal begins a line of its own accord. */
    private int usable() {
        return printer.interactive() ? Math.max(1, printer.width() - 1) : printer.width();
    }

    private Display newDisplay() {
        return new Display(printer::out, this::usable, printer.coloured());
    }

    boolean succeeded() {
        return succeeded;
    }

    void succeeded(boolean did) {
        succeeded = did;
    }

    boolean inTry() {
        return tries > 0;
    }

    void enterTry() {
        tries++;
    }

    void leaveTry() {
        tries--;
    }

    /** What a {@code catch} is at work on, which a bare {@code throw} throws again; tells what it was before. */
    @Nullable
    TerminatingError handled(@Nullable TerminatingError error) {
        @Nullable TerminatingError before = handled;
        handled = error;
        return before;
    }

    @Nullable
    TerminatingError handled() {
        return handled;
    }

    /** Calls of functions may go so deep. */
    void enterCall() {
        if (++calls > DEEPEST_CALL) {
            calls = 0;
            throw new TerminatingError(
                    ErrorRecord.of(
                            ErrorCategory.INVALID_OPERATION,
                            "CallDepthOverflow",
                            "System.Management.Automation.ScriptCallDepthException",
                            "The script failed due to call depth overflow."),
                    true);
        }
    }

    void leaveCall() {
        calls = Math.max(0, calls - 1);
    }

    /** A fresh start for a line. */
    void reset() {
        tries = 0;
        handled = null;
        calls = 0;
        stops.pause();
        display = newDisplay();
        scope = scope.global();
    }

    /** The variable's preference, spelt as PowerShell does; {@code Continue} when the variable is gone. */
    String preference(String variable) {
        Object preference = scope.get(variable);
        return preference == null ? "Continue" : preference.toString();
    }

    /** Puts an error into {@code $Error}. */
    void remember(ErrorRecord error) {
        List<@Nullable Object> errors = new ArrayList<>();
        errors.add(error);
        errors.addAll(Conversion.toList(scope.global().get("Error")));
        scope.global().set("Error", errors.size() > REMEMBERED_ERRORS ? errors.subList(0, REMEMBERED_ERRORS) : errors);
    }

    /** Empties {@code $Error}. */
    void forgetErrors() {
        scope.global().set("Error", new ArrayList<@Nullable Object>());
    }

    /** Remembers a line that was run. */
    void remember(String line, Instant start) {
        if (history.size() == REMEMBERED_LINES) {
            history.removeFirst();
        }
        history.add(new Past(++lines, line, succeeded, start, state.clock().instant()));
    }

    List<Past> history() {
        return List.copyOf(history);
    }

    /** Remembers an error and prints it. */
    void report(ErrorRecord error) {
        remember(error);
        succeeded = false;
        console.err(ErrorText.of(error, console, String.valueOf(scope.get("ErrorView"))));
    }

    /** A command by name, alias or unique function. */
    @Nullable
    Cmdlet command(String name) {
        Cmdlet function = scope.function(name);
        if (function != null) {
            return function;
        }
        for (CmdletSource source : sources) {
            Cmdlet found = source.find(name).orElse(null);
            if (found != null) {
                return found;
            }
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        for (CmdletSource source : sources) {
            String meant = source.aliases().get(wanted);
            if (meant != null) {
                return source.find(meant).orElse(null);
            }
        }
        return null;
    }

    List<CmdletSource> sources() {
        return sources;
    }
}
