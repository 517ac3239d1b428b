package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binder;
import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.binding.GivenArgument;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.StopUpstream;
import io.claviger.powershell.language.Command;
import io.claviger.powershell.language.Command.Argument;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Statement;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of a pipeline. Each object passes through all commands before the next one is fetched. */
final class PipelineRun {

    private final Execution execution;
    private final Engine engine;
    private final Statement.Pipeline pipeline;

    PipelineRun(Execution execution, Statement.Pipeline pipeline) {
        this.execution = execution;
        this.pipeline = pipeline;
        engine = execution.engine();
    }

    void run(Sink out) {
        List<Stage> stages = stages(out);
        engine.errors.succeeded(true);
        int from = 0;
        try {
            stages.forEach(Stage::begin);
            if (pipeline.elements().getFirst() instanceof Command.Value value) {
                Sink first = stages.getFirst()::process;
                first.each(execution.value(value.expression()));
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
        if (stages.stream().anyMatch(Stage::failed)) {
            engine.errors.succeeded(false);
        }
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
            if (elements.get(i) instanceof Command.Call call) {
                Stage stage = stage(call, i, next);
                stages.addFirst(stage);
                next = stage::process;
            }
        }
        return stages;
    }

    private Stage stage(Command.Call call, int place, Sink next) {
        Cmdlet cmdlet = command(call);
        CmdletDescription description = cmdlet.description();
        try {
            Binding binding = Binder.bind(
                    description, given(call.arguments()), place > 0, missing -> ask(description, missing, place));
            return new Stage(execution, cmdlet, binding, call.span(), next);
        } catch (TerminatingError error) {
            throw new TerminatingError(
                    execution.at(
                            error.error()
                                    .at(new ErrorRecord.Origin(
                                            description.name(), description.typeName(), "", 0, "", 0, 0)),
                            call.span()),
                    error.endsScript());
        }
    }

    /** Binds the arguments of a script, in a line with the script as its only command. */
    Binding scriptBinding(CmdletDescription script) {
        List<Argument> arguments =
                pipeline.elements().getFirst() instanceof Command.Call call ? call.arguments() : List.of();
        try {
            return Binder.bind(script, given(arguments), false, missing -> ask(script, missing, 0));
        } catch (TerminatingError error) {
            throw new TerminatingError(
                    error.error().at(new ErrorRecord.Origin(script.name(), script.typeName(), "", 0, "", 0, 0)),
                    error.endsScript());
        }
    }

    private Cmdlet command(Command.Call call) {
        Object name = execution.value(call.name());
        if (name instanceof Closure block) {
            return new FunctionCmdlet("", block.body(), block.execution());
        }
        Cmdlet found = engine.commands.find(Text.of(name));
        if (found == null) {
            throw new TerminatingError(execution.at(
                    ErrorRecord.of(
                                    ErrorCategory.OBJECT_NOT_FOUND,
                                    "CommandNotFoundException",
                                    "System.Management.Automation.CommandNotFoundException",
                                    UnsupportedCommands.sentence(Text.of(name)))
                            .about(Text.of(name))
                            .at(new ErrorRecord.Origin(Text.of(name), "", "", 0, "", 0, 0)),
                    call.name().span()));
        }
        return found;
    }

    private List<GivenArgument> given(List<Argument> arguments) {
        List<GivenArgument> given = new ArrayList<>();
        for (Argument argument : arguments) {
            switch (argument) {
                case Argument.Named named -> {
                    @Nullable Expression value = named.value();
                    given.add(new GivenArgument.Named(
                            named.name(),
                            value != null,
                            value == null ? null : execution.value(value),
                            named.written()));
                }
                case Argument.Plain plain ->
                    given.add(new GivenArgument.Value(execution.value(plain.value()), plain.written()));
                case Argument.Splatted splatted -> splat(engine.scope().get(splatted.variable()), given);
            }
        }
        return given;
    }

    private static void splat(@Nullable Object value, List<GivenArgument> given) {
        if (value instanceof Hashtable table) {
            table.entries()
                    .forEach(
                            entry -> given.add(new GivenArgument.Named(Text.of(entry.key()), true, entry.value(), "")));
        } else {
            Conversion.toList(value).forEach(one -> given.add(new GivenArgument.Value(one, "")));
        }
    }

    private Map<String, @Nullable Object> ask(CmdletDescription description, List<Parameter> missing, int place) {
        if (!engine.screen.console().interactive() || engine.screen.console().silent()) {
            return Map.of();
        }
        engine.screen
                .console()
                .out("\n"
                        + Colours.prompt(
                                engine.screen.console(),
                                "cmdlet " + description.name() + " at command pipeline position " + (place + 1))
                        + "\nSupply values for the following parameters:\n");
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (Parameter parameter : missing) {
            answers.put(parameter.name(), answer(parameter));
        }
        return answers;
    }

    private @Nullable Object answer(Parameter parameter) {
        if (!parameter.type().array()) {
            return engine.screen.prompts().line(parameter.name() + ": ");
        }
        List<@Nullable Object> items = new ArrayList<>();
        while (true) {
            String item = engine.screen.prompts().line(parameter.name() + "[" + items.size() + "]: ");
            if (item.isEmpty()) {
                return items;
            }
            items.add(item);
        }
    }
}
