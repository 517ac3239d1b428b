package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import org.jspecify.annotations.Nullable;

/** Handles the errors of one command, by {@code -ErrorAction} or else by {@code $ErrorActionPreference}. */
final class StageErrors {

    private final ExecutionContext execution;
    private final Engine engine;
    private final Binding binding;
    private final @Nullable Span span;
    private final CollectedValues collected;
    private final ErrorInquiry inquiry;
    private boolean failed;

    /**
     * The errors of a command.
     *
     * @param span its place in the text; {@code null} for a script, which no text calls
     */
    StageErrors(ExecutionContext execution, Binding binding, @Nullable Span span, CollectedValues collected) {
        this.execution = execution;
        this.binding = binding;
        this.span = span;
        this.collected = collected;
        engine = execution.engine();
        inquiry = new ErrorInquiry(engine.screen.prompts(), engine::suspend);
    }

    /** Whether there was an error. */
    boolean failed() {
        return failed;
    }

    /** Handles an error that ended the command's work on an object. */
    void terminated(TerminatingError error) {
        failed = true;
        ErrorRecord placed = placed(error.error());
        boolean own = error.error().origin().line() == 0;
        @Nullable Object given = binding.common().get("ErrorAction");
        String action = !own || error.endsScript() || given == null ? "" : given.toString();
        if (own && (action.isEmpty() || action.equals("Stop") || action.equals("Ignore"))) {
            collect(placed);
        }
        // Many cmdlets ignore -ErrorAction here; these honour it.
        switch (action) {
            case "" -> throw new TerminatingError(placed, error.endsScript());
            case "Stop" -> throw new TerminatingError(placed, true);
            case "Continue" -> engine.errors.report(placed);
            case "Inquire" -> inquire(placed);
            case "Ignore" -> {}
            default -> engine.errors.silence(placed);
        }
    }

    /** Handles an error that ends nothing. */
    void report(ErrorRecord error) {
        ErrorRecord placed = placed(error);
        report(placed, placed);
    }

    /** Handles an error that ends nothing, and that the function or script around has. */
    void reportOfCaller(ErrorRecord error) {
        String command = binding.description().name();
        if (engine.scope().get(Invocation.VARIABLE) instanceof Invocation caller
                && caller.called().line() > 0) {
            ErrorRecord.Origin called = caller.called();
            ErrorRecord placed = error.at(
                    caller.name().isEmpty() ? called.by(command, "") : called.by(caller.name(), caller.name()));
            report(placed, placed);
        } else {
            report(
                    error.at(ErrorRecord.Origin.UNKNOWN.by(command, "")),
                    span == null ? error : execution.at(error.at(ErrorRecord.Origin.UNKNOWN.by(command, "")), span));
        }
    }

    /**
     * Reports an error.
     *
     * @param placed the error
     * @param ending the error that ends the script, if the preferences say so
     */
    private void report(ErrorRecord placed, ErrorRecord ending) {
        failed = true;
        @Nullable Object action = binding.common().get("ErrorAction");
        switch (action == null ? engine.scopes.preference("ErrorActionPreference") : action.toString()) {
            case "Stop" -> {
                collect(ending);
                throw new TerminatingError(ending, true);
            }
            case "Ignore" -> {}
            case "SilentlyContinue" -> engine.errors.silence(placed);
            case "Inquire" -> inquire(placed);
            default -> engine.errors.report(placed);
        }
    }

    private void collect(ErrorRecord error) {
        collected.add("ErrorVariable", error);
        collected.set();
    }

    private void inquire(ErrorRecord error) {
        inquire(error.message());
        engine.errors.report(error);
    }

    /**
     * Asks whether to go on.
     *
     * @throws TerminatingError when the answer is no
     */
    void inquire(String message) {
        try {
            inquiry.ask(message);
        } catch (TerminatingError halted) {
            throw new TerminatingError(placed(halted.error()), true);
        }
    }

    /** Where the command is called. */
    ErrorRecord.Origin place() {
        return own(ErrorRecord.argument("")).origin();
    }

    /** The text's file. */
    String file() {
        return execution.source().file();
    }

    private ErrorRecord placed(ErrorRecord error) {
        return error.origin().line() > 0 ? error : own(error);
    }

    /** The error as one of this command, at its place, even if another command reported it first. */
    ErrorRecord own(ErrorRecord error) {
        ErrorRecord own = error.at(new ErrorRecord.Origin(
                binding.description().name(), binding.description().typeName(), "", 0, "", 0, 0));
        return span == null ? own : execution.at(own, span);
    }
}
