package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.StopUpstream;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.TerminatingError;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One command of a running pipeline. */
final class Stage {

    private final Engine engine;
    private final Cmdlet.Run run;
    private final Binding binding;
    private final Scope scope;
    private final Streams.Frame frame;
    private final CollectedValues collected;
    private final StageErrors errors;
    private final StageContext context;

    Stage(
            ExecutionContext execution,
            Cmdlet cmdlet,
            Binding binding,
            Span span,
            Sink next,
            Map<Streams.Kind, Sink> redirected) {
        this.binding = binding;
        engine = execution.engine();
        scope = engine.scope();
        run = cmdlet.start();
        collected = new CollectedValues(binding.common(), engine.scopes);
        frame = engine.streams.frame(collected, redirected);
        errors = new StageErrors(execution, binding, span, collected);
        context = new StageContext(engine, binding, collected, errors, next);
    }

    boolean failed() {
        return errors.failed();
    }

    /** Whether it was this command that needs no more input. */
    @SuppressWarnings("ReferenceEquality") // Each command has its own context.
    boolean asked(StopUpstream stop) {
        return stop.by() == context;
    }

    void begin() {
        collected.begin();
        guarded(() -> run.begin(binding.arguments(), context));
    }

    void processAlone() {
        guarded(() -> run.process(binding.arguments(), context));
    }

    void process(@Nullable Object input) {
        engine.stops.check();
        Arguments arguments;
        try {
            arguments = binding.with(input);
        } catch (TerminatingError error) {
            engine.streams.in(frame, () -> errors.report(error.error().about(input)));
            return;
        }
        guarded(() -> run.process(arguments, context));
    }

    void end() {
        guarded(() -> run.end(binding.arguments(), context));
        collected.set();
    }

    /** Runs a piece of the cmdlet's work in the pipeline's scope, and handles its errors. */
    private void guarded(Runnable work) {
        engine.streams.in(frame, () -> handled(work));
    }

    private void handled(Runnable work) {
        engine.stops.check();
        try {
            engine.scopes.in(scope, work);
        } catch (TerminatingError error) {
            // What fails because it was stopped is no error.
            engine.stops.check();
            errors.terminated(error);
        } catch (StopUpstream | Flow flow) {
            throw flow;
        } catch (RuntimeException defect) {
            engine.stops.check();
            errors.terminated(new TerminatingError(ErrorRecord.of(
                    ErrorCategory.NOT_SPECIFIED,
                    defect.getClass().getName(),
                    defect.getClass().getName(),
                    Objects.requireNonNullElse(
                            defect.getMessage(), defect.getClass().getName()))));
        }
    }
}
