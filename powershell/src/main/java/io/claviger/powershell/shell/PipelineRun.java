package io.claviger.powershell.shell;

import io.claviger.powershell.binding.ArgumentError;
import io.claviger.powershell.binding.Binder;
import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.binding.GivenArgument;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.StopUpstream;
import io.claviger.powershell.language.Command;
import io.claviger.powershell.language.Command.Argument;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.language.Statement;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a pipeline. Each object passes through all commands before the next one is fetched. */
final class PipelineRun {

    private final ExecutionContext execution;
    private final Engine engine;
    private final Statement.Pipeline pipeline;
    private final List<RedirectedStreams> redirected = new ArrayList<>();

    PipelineRun(ExecutionContext execution, Statement.Pipeline pipeline) {
        this.execution = execution;
        this.pipeline = pipeline;
        engine = execution.engine();
    }

    void run(Sink out) {
        List<Stage> stages = stages(out);
        engine.errors.succeeded(true);
        try {
            redirected.forEach(RedirectedStreams::begin);
            run(stages);
        } finally {
            redirected.forEach(RedirectedStreams::end);
        }
        engine.errors.succeeded(stages.stream().noneMatch(Stage::failed));
    }

    private void run(List<Stage> stages) {
        int from = 0;
        try {
            stages.forEach(Stage::begin);
            if (pipeline.elements().getFirst() instanceof Command.Value value) {
                first(value, stages);
            } else {
                stages.getFirst().processAlone();
            }
        } catch (StopUpstream stop) {
            from = index(stages, stop);
        }
        for (int i = from; i < stages.size(); i++) {
            try {
                stages.get(i).end();
            } catch (StopUpstream stop) {
                i = index(stages, stop) - 1;
            }
        }
    }

    /** Hands on the expression that begins the pipeline. */
    private void first(Command.Value value, List<Stage> stages) {
        if (value.redirections().isEmpty()) {
            Sink next = stages.getFirst()::process;
            @Nullable Object first = execution.value(value.expression());
            if (first != null || !execution.isNothing(value.expression())) {
                next.each(first);
            }
            return;
        }
        RedirectedStreams streams = redirected.getFirst();
        Streams.Frame frame =
                engine.streams.frame(new CollectedValues(Arguments.NONE, engine.scopes), streams.reports());
        engine.streams.in(frame, () -> streams.output().each(execution.value(value.expression())));
    }

    private static int index(List<Stage> stages, StopUpstream stop) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).asked(stop)) {
                return i;
            }
        }
        throw stop;
    }

    private List<Stage> stages(Sink out) {
        List<Stage> stages = new ArrayList<>();
        Sink next = out;
        List<Command> elements = pipeline.elements();
        for (int i = elements.size() - 1; i >= 0; i--) {
            RedirectedStreams streams = new RedirectedStreams(execution, elements.get(i), next);
            if (!elements.get(i).redirections().isEmpty()) {
                redirected.addFirst(streams);
            }
            if (elements.get(i) instanceof Command.Call call) {
                Stage stage = stage(call, i, streams);
                stages.addFirst(stage);
                next = stage::process;
            }
        }
        return stages;
    }

    private Stage stage(Command.Call call, int place, RedirectedStreams streams) {
        Cmdlet cmdlet = command(call);
        CmdletDescription description = cmdlet.description();
        try {
            Binding binding = Binder.bind(description, given(cmdlet, call), place > 0, asking(description, place));
            return new Stage(execution, cmdlet, binding, call.span(), streams.output(), streams.reports());
        } catch (TerminatingError error) {
            throw new TerminatingError(
                    execution.at(
                            error.error()
                                    .at(new ErrorRecord.Origin(
                                            description.name(), description.typeName(), "", 0, "", 0, 0)),
                            place(error, call)),
                    error.endsScript());
        }
    }

    /** Where an error of the binding is shown: at the argument that is meant, else at the whole command. */
    private static Span place(TerminatingError error, Command.Call call) {
        return error instanceof ArgumentError wrong
                        && wrong.place() < call.arguments().size()
                ? call.arguments().get(wrong.place()).span()
                : call.span();
    }

    private List<GivenArgument> given(Cmdlet cmdlet, Command.Call call) {
        GivenArguments arguments = new GivenArguments(execution);
        List<GivenArgument> given = arguments.of(call.arguments());
        if (!(cmdlet instanceof FunctionCmdlet function) || function.advanced()) {
            arguments.addDefaults(cmdlet.description(), given);
        }
        return given;
    }

    private Binder.Asking asking(CmdletDescription description, int place) {
        return missing -> new MandatoryPrompts(engine.screen).ask(description, missing, place);
    }

    /** Binds the arguments of a script, in a line with the script as its only command. */
    Binding scriptBinding(CmdletDescription script) {
        List<Argument> arguments =
                pipeline.elements().getFirst() instanceof Command.Call call ? call.arguments() : List.of();
        try {
            return Binder.bind(script, new GivenArguments(execution).of(arguments), false, asking(script, 0));
        } catch (TerminatingError error) {
            throw new TerminatingError(
                    error.error().at(new ErrorRecord.Origin(script.name(), script.typeName(), "", 0, "", 0, 0)),
                    error.endsScript());
        }
    }

    private Cmdlet command(Command.Call call) {
        Object name = execution.value(call.name());
        if (name instanceof Closure block) {
            return block.command(call.inPlace());
        }
        Cmdlet found = engine.commands.find(Text.of(name));
        if (found instanceof FunctionCmdlet function && call.inPlace()) {
            return function.inPlace();
        }
        if (found == null) {
            throw new TerminatingError(execution.at(
                    UnsupportedCommands.notFound(Text.of(name), engine.commands.whyLeftOut(Text.of(name))),
                    call.name().span()));
        }
        return found;
    }
}
