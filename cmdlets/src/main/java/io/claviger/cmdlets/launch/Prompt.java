package io.claviger.cmdlets.launch;

import io.claviger.powershell.command.SessionState;
import io.claviger.powershell.shell.Console;
import io.claviger.powershell.shell.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** {@code ./claviger shell} at a terminal: reads lines at a terminal and runs them until {@code exit}. */
final class Prompt {

    /** What it prints before a line. */
    static final String PROMPT = "PS > ";

    /** What it prints before the rest of a line. */
    static final String CONTINUED = ">> ";

    private static final int FAILED = 1;
    private static final int STOPPED = 130;

    private final ProgramEnvironment system;

    Prompt(ProgramEnvironment system) {
        this.system = system;
    }

    /**
     * Runs it.
     *
     * @return the exit code of {@code exit}, else 0
     * @throws UsageError if its output is no terminal
     */
    int run() {
        if (!system.terminals().out()) {
            throw new UsageError("shell: its output must be a terminal if its input is one");
        }
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .jni(false)
                .exec(false)
                .dumb(true)
                // Asking a terminal that does not answer takes a third of a second.
                .graphemeCluster(false)
                .build()) {
            return run(terminal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same at this terminal. */
    int run(Terminal terminal) throws IOException {
        LineReader answers = LineReaderBuilder.builder()
                .terminal(terminal)
                .variable(LineReader.DISABLE_HISTORY, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        Console console = new TerminalConsole(
                terminal,
                answers,
                system.terminals().err() ? null : new PlainErrors(system.err())::print,
                system.coloured());
        try (Session session = new Session(
                console, AllCmdlets.sources(), system.environment(), system.folder(), system.home(), system.clock())) {
            terminal.handle(Terminal.Signal.INT, _ -> session.stop());
            LineReader lines = reader(terminal, session.state());
            int code = loop(session, lines, terminal, console);
            lines.getHistory().save();
            return code;
        }
    }

    private LineReader reader(Terminal terminal, SessionState session) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .history(new PromptHistory())
                .parser(new SuggestingParser(session))
                .completionMatcher(new TakeAllMatcher())
                .completer((_, line, candidates) -> {
                    if (line instanceof SuggestingParser.SuggestedLine suggested) {
                        suggested
                                .suggestions()
                                .candidates()
                                .forEach(one -> candidates.add(new Candidate(one, one, null, null, null, null, false)));
                    }
                })
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUED)
                .variable(LineReader.INDENTATION, 0)
                // What is pasted waits for Enter.
                .option(LineReader.Option.BRACKETED_PASTE, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.AUTO_REMOVE_SLASH, false)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true);
        Optional<Path> file = PromptHistory.file(system.environment(), system.home());
        file.ifPresent(path -> builder.variable(LineReader.HISTORY_FILE, path));
        return builder.build();
    }

    private static int loop(Session session, LineReader lines, Terminal terminal, Console console) {
        SimilarCommands similar = SimilarCommands.asPowerShellSaysThem(session.state());
        while (session.exit().isEmpty()) {
            @Nullable String line;
            try {
                line = lines.readLine(PROMPT);
            } catch (UserInterruptException _) {
                continue;
            } catch (EndOfFileException _) {
                return 0;
            }
            if (line == null || line.isBlank()) {
                continue;
            }
            switch (session.run(line)) {
                // The terminal has printed ^C on the line.
                case STOPPED -> terminal.writer().println();
                case FAILED -> console.err(similar.afterFailure());
                default -> {}
            }
        }
        return session.exit().getAsInt();
    }
}
