package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binder;
import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.binding.GivenArgument;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.language.Command;
import io.claviger.powershell.language.Command.Redirection;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the streams of one command go. Files are written by {@code Out-File}, in one piece when the command ends. */
final class RedirectedStreams {

    /** The cmdlet that writes files. */
    private static final String WRITER = "Out-File";

    private final ExecutionContext execution;
    private final Command command;
    private final List<Stage> files = new ArrayList<>();
    private final Map<Streams.Kind, Sink> reports = new EnumMap<>(Streams.Kind.class);
    private Sink output;

    RedirectedStreams(ExecutionContext execution, Command command, Sink next) {
        this.execution = execution;
        this.command = command;
        output = next;
        for (Redirection one : command.redirections()) {
            if (one.file() != null) {
                Sink file = file(one);
                Streams.Kind.numbered(one.stream()).forEach(kind -> reports.put(kind, file));
                output = one.stream() <= 1 ? file : output;
            }
        }
        for (Redirection one : command.redirections()) {
            if (one.file() == null) {
                Streams.Kind.numbered(one.stream()).forEach(kind -> reports.put(kind, output));
            }
        }
    }

    /** Where the output goes. */
    Sink output() {
        return output;
    }

    /** Where the other streams go that are redirected. */
    Map<Streams.Kind, Sink> reports() {
        return reports;
    }

    void begin() {
        files.forEach(Stage::begin);
    }

    /** Writes the files. */
    void end() {
        files.forEach(Stage::end);
        files.clear();
    }

    private Sink file(Redirection redirection) {
        @Nullable Object name = execution.value(Objects.requireNonNull(redirection.file()));
        if (name == null) {
            return value -> {};
        }
        CommandTable commands = execution.engine().commands;
        Cmdlet writer = commands.find(WRITER);
        if (writer == null) {
            throw new TerminatingError(
                    execution.at(UnsupportedCommands.notFound(WRITER, commands.whyLeftOut(WRITER)), command.span()));
        }
        List<GivenArgument> given = List.of(
                new GivenArgument.Named("FilePath", true, Text.of(name), "", GivenArgument.Source.WRITTEN, 0),
                new GivenArgument.Named("Append", true, redirection.append(), "", GivenArgument.Source.WRITTEN, 0));
        Binding binding = Binder.bind(writer.description(), given, true, Binder.Asking.NOBODY);
        Stage stage = new Stage(execution, writer, binding, command.span(), value -> {}, Map.of());
        files.add(stage);
        return stage::process;
    }
}
