package io.claviger.powershell.shell;

import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.value.ErrorRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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
    private final BiFunction<Engine, ErrorRecord, String> wholeError;

    /**
     * The parts of a new session.
     *
     * @param wholeError all that is known of an error, as text
     * @param nestedPrompt what suspending a command starts, and returns when it goes on
     */
    Engine(
            Console console,
            List<CmdletSource> sources,
            Map<String, String> environment,
            Path folder,
            Path home,
            Clock clock,
            Consumer<Engine> nestedPrompt,
            BiFunction<Engine, ErrorRecord, String> wholeError) {
        this.nestedPrompt = nestedPrompt;
        this.wholeError = wholeError;
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

    private String whole(ErrorRecord error) {
        return wholeError.apply(this, error);
    }

    /** Suspends the command that runs; returns when it is to go on. */
    void suspend() {
        nestedPrompt.accept(this);
    }
}
