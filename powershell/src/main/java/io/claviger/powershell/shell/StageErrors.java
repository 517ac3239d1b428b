package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import org.jspecify.annotations.Nullable;

/** Handles the errors of one command, by {@code -ErrorAction} or else by {@code $ErrorActionPreference}. */
final class StageErrors {

    private final Execution execution;
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
    StageErrors(Execution execution, Binding binding, @Nullable Span span, CollectedValues collected) {
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
        if (own) {
            collect(placed);
        }
        @Nullable Object action = binding.common().get("ErrorAction");
        if (action == null || !own || error.endsScript()) {
            throw new TerminatingError(placed, error.endsScript());
        }
        // AWS's own cmdlets ignore -ErrorAction here; these honour it.
        switch (action.toString()) {
            case "Stop" -> throw new TerminatingError(placed, true);
            case "Continue" -> engine.errors.report(placed);
            case "Inquire" -> inquire(placed);
            case "Ignore" -> {}
            default -> engine.errors.remember(placed);
        }
    }

    /** Handles an error that ends nothing. */
    void report(ErrorRecord error) {
        failed = true;
        ErrorRecord placed = placed(error);
        collect(placed);
        @Nullable Object action = binding.common().get("ErrorAction");
        switch (action == null ? engine.scopes.preference("ErrorActionPreference") : action.toString()) {
            case "Stop" -> throw new TerminatingError(placed, true);
            case "Ignore" -> {}
            case "SilentlyContinue" -> engine.errors.remember(placed);
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
