package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binder;
import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.format.Display;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.value.ErrorRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The parts of a running session, none of which knows the whole. One thread runs it. */
final class Engine {

    final Screen screen;
    final Scopes scopes;
    final CommandTable commands;
    final ErrorLog errors;
    final Streams streams = new Streams();
    final Failures failures;
    final History history;
    final State state;
    final CallDepth calls = new CallDepth();
    final StopSignal stops = new StopSignal();
    private final Consumer<Engine> nestedPrompt;

    /**
     * The parts of a new session.
     *
     * @param nestedPrompt what suspending a command starts, and returns when it goes on
     */
    Engine(
            Console console,
            List<CmdletSource> sources,
            Map<String, String> environment,
            Path folder,
            Path home,
            Clock clock,
            Consumer<Engine> nestedPrompt) {
        this.nestedPrompt = nestedPrompt;
        screen = new Screen(console);
        scopes = new Scopes(home);
        commands = new CommandTable(sources, scopes);
        errors = new ErrorLog(scopes, screen.console(), streams, this::whole);
        failures = new Failures(scopes, errors, screen.prompts(), this::suspend);
        history = new History(clock);
        state = new State(environment, folder, home, clock, scopes, commands, history);
    }

    Scope scope() {
        return scopes.current();
    }

    /** Prepares for the next line, whatever ended the one before. */
    void reset() {
        failures.reset();
        calls.reset();
        streams.reset();
        stops.pause();
        screen.beginLine();
        scopes.reset();
    }

    /** All that {@code Get-Error} shows of an error. */
    private String whole(ErrorRecord error) {
        Cmdlet shows = Objects.requireNonNull(commands.find("Get-Error"), "Get-Error is missing");
        StringBuilder text = new StringBuilder();
        Display display = screen.displayTo(text::append);
        Binding binding = Binder.bind(shows.description(), List.of(), true, Binder.Asking.NOBODY);
        Stage stage = new Stage(
                new Interpreter(this, new Source("", "")), shows, binding, new Span(0, 0), display::show, Map.of());
        stage.begin();
        stage.process(error);
        stage.end();
        display.finish();
        return text.toString();
    }

    /** Suspends the command that runs; returns when it is to go on. */
    void suspend() {
        nestedPrompt.accept(this);
    }
}
