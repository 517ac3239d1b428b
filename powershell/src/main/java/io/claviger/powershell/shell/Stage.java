package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.StopUpstream;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.TerminatingError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One command of a running pipeline. */
final class Stage {

    private final Engine engine;
    private final Interpreter interpreter;
    private final Cmdlet.Run run;
    private final Binding binding;
    private final Span span;
    private final Scope scope;
    private final StageContext context;
    private final Inquiry inquiry;
    private boolean failed;

    Stage(Interpreter interpreter, Cmdlet cmdlet, Binding binding, Span span, Sink next) {
        this.interpreter = interpreter;
        this.binding = binding;
        this.span = span;
        engine = interpreter.engine;
        scope = engine.scope();
        run = cmdlet.start();
        context = new StageContext(this, engine, binding, next);
        inquiry = new Inquiry(engine);
    }

    boolean failed() {
        return failed;
    }

    void begin() {
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
            context.writeError(error.error().about(input));
            return;
        }
        guarded(() -> run.process(arguments, context));
    }

    void end() {
        guarded(() -> run.end(binding.arguments(), context));
        context.finish();
    }

    /** Does a piece of the cmdlet's work in the pipeline's scope, and makes of its errors what was asked for. */
    private void guarded(Runnable work) {
        engine.stops.check();
        try {
            engine.in(scope, work);
        } catch (TerminatingError error) {
            // What fails because it was stopped is no error.
            engine.stops.check();
            terminated(error);
        } catch (StopUpstream | Flow flow) {
            throw flow;
        } catch (RuntimeException defect) {
            engine.stops.check();
            terminated(new TerminatingError(ErrorRecord.of(
                    ErrorCategory.NOT_SPECIFIED,
                    defect.getClass().getName(),
                    defect.getClass().getName(),
                    Objects.requireNonNullElse(
                            defect.getMessage(), defect.getClass().getName()))));
        }
    }

    private void terminated(TerminatingError error) {
        failed = true;
        ErrorRecord placed = placed(error.error());
        boolean own = error.error().origin().line() == 0;
        if (own) {
            context.collectError(placed);
        }
        @Nullable Object action = binding.common().get("ErrorAction");
        if (action == null || !own || error.endsScript()) {
            throw new TerminatingError(placed, error.endsScript());
        }
        // AWS's own cmdlets ignore -ErrorAction here; these honour it.
        switch (action.toString()) {
            case "Stop" -> throw new TerminatingError(placed, true);
            case "Continue" -> engine.report(placed);
            case "Inquire" -> inquire(placed);
            case "Ignore" -> {}
            default -> engine.remember(placed);
        }
    }

    /** Reports an error that ends nothing. */
    void report(ErrorRecord error) {
        failed = true;
        ErrorRecord placed = placed(error);
        context.collectError(placed);
        @Nullable Object action = binding.common().get("ErrorAction");
        switch (action == null ? engine.preference("ErrorActionPreference") : action.toString()) {
            case "Stop" -> throw new TerminatingError(placed, true);
            case "Ignore" -> {}
            case "SilentlyContinue" -> engine.remember(placed);
            case "Inquire" -> inquire(placed);
            default -> engine.report(placed);
        }
    }

    private void inquire(ErrorRecord error) {
        inquire(error.message());
        engine.report(error);
    }

    /** Asks whether to go on; returns when it does. */
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

    /** The error as this command's own, wherever it was made. */
    ErrorRecord own(ErrorRecord error) {
        return interpreter.at(
                error.at(new ErrorRecord.Origin(
                        binding.description().name(), binding.description().typeName(), "", 0, "", 0, 0)),
                span);
    }

    /** A list that variables such as {@code -OutVariable} name, with what is in it already when a plus asks for that. */
    static List<@Nullable Object> collected(Engine engine, String name) {
        List<@Nullable Object> items = new ArrayList<>();
        if (name.startsWith("+")) {
            items.addAll(Conversion.toList(engine.scope().get(name.substring(1))));
        }
        return items;
    }
}
