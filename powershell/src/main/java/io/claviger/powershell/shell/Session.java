package io.claviger.powershell.shell;

import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.command.SessionState;
import io.claviger.powershell.language.Parsed;
import io.claviger.powershell.language.Parser;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Statement.Body;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Runs lines and scripts, one after another. Variables and functions stay. Used by one thread; only {@link #stop} and
 * {@link #cleansUp} may be called by others. Closing it closes what its cmdlets keep open.
 */
public final class Session implements AutoCloseable {

    private final Engine engine;
    private OptionalInt exit = OptionalInt.empty();
    private boolean ended;

    /**
     * A session.
     *
     * @param console where it prints and reads
     * @param sources its cmdlets; if two have the same name, the first one counts
     * @param environment the initial {@code $env:}
     * @param folder the folder that relative paths start from
     * @param home the user's folder
     * @param clock the time and the zone in which dates are shown
     */
    public Session(
            Console console,
            List<CmdletSource> sources,
            Map<String, String> environment,
            Path folder,
            Path home,
            Clock clock) {
        engine = new Engine(console, sources, environment, folder, home, clock, NestedPrompt::run, WholeError::text);
    }

    /** The session as its cmdlets see it; also for completion. */
    public SessionState state() {
        return engine.state;
    }

    /** Whether a text is complete; a prompt asks for another line when it is not. */
    public static boolean isComplete(String text) {
        return !(Parser.parse(new Source("", text)) instanceof Parsed.Incomplete);
    }

    /** The exit code, once {@code exit} was called; a prompt ends then. */
    public OptionalInt exit() {
        return exit;
    }

    /** Stops what runs, as Ctrl-C does. Any thread may call it. */
    public void stop() {
        engine.stops.stop();
    }

    /**
     * Whether a {@code finally} block is running after a stop, and there was no second stop. Any thread may call it.
     */
    public boolean cleansUp() {
        return engine.stops.cleansUp();
    }

    /**
     * Runs a line of the prompt or of the command line.
     *
     * @return the exit code: what {@code exit} said, else 0 when the last command succeeded and 1 when it did not
     */
    public int run(String line) {
        Instant start = engine.state.clock().instant();
        int code = run(new Source("", line), "");
        if (!line.isBlank()) {
            engine.history.remember(line.strip(), start, engine.errors.succeeded());
        }
        return code;
    }

    /**
     * Runs a script without arguments.
     *
     * @param file its path, as errors show it
     * @return the exit code: what {@code exit} said, 1 when an error ended it, else 0
     */
    public int runScript(String file, String text) {
        return runScript(file, text, "");
    }

    /**
     * Runs a script.
     *
     * @param file its path, as errors show it
     * @param arguments the arguments, as they are written on a command line
     * @return the exit code: what {@code exit} said, 1 when an error ended it, else 0
     */
    public int runScript(String file, String text, String arguments) {
        int code = run(new Source(file, text), arguments);
        return exit.isPresent() || ended ? code : 0;
    }

    private int run(Source source, String arguments) {
        engine.reset();
        ended = true;
        return switch (Parser.parse(source)) {
            case Parsed.Wrong wrong -> refused(SourcePositions.syntax(source, wrong.message(), wrong.place()));
            case Parsed.Incomplete incomplete ->
                refused(SourcePositions.syntax(source, incomplete.message(), incomplete.place()));
            case Parsed.Script script -> run(source, script.body(), arguments);
        };
    }

    private int refused(ErrorRecord error) {
        engine.errors.report(error);
        return 1;
    }

    private int run(Source source, Body body, String arguments) {
        try {
            new ScriptRun(engine, source, body).run(arguments);
            engine.stops.check();
            ended = false;
        } catch (Flow.Exit asked) {
            exit = OptionalInt.of(asked.code());
            return asked.code();
        } catch (Flow.Return | Flow.Break | Flow.Continue _) {
            ended = false;
        } catch (Flow.Stopped _) {
            return 130;
        } catch (Flow.Failed failed) {
            return refused(failed.error().error());
        } catch (TerminatingError error) {
            return engine.stops.pending() ? 130 : refused(error.error());
        } catch (StackOverflowError _) {
            return refused(CallDepth.overflow());
        } catch (OutOfMemoryError _) {
            return refused(ErrorRecord.of(
                    ErrorCategory.RESOURCE_UNAVAILABLE,
                    "OutOfMemory",
                    "System.OutOfMemoryException",
                    "Insufficient memory to continue the execution of the program."));
        }
        return engine.errors.succeeded() ? 0 : 1;
    }

    @Override
    public void close() {
        engine.state.close();
    }
}
