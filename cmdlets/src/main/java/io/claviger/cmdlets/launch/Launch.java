package io.claviger.cmdlets.launch;

import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.shell.Console;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntBiFunction;

/** Runs what a command line asks for. Used by one thread. */
final class Launch {

    private static final int MISUSED = 2;
    private static final int FAILED = 1;
    private static final int LONGEST_SCRIPT = 1 << 20;
    private static final Set<String> BLOCKS = Set.of("FilterScript", "Process", "Property");

    private final ProgramEnvironment system;
    private final StopOnSignal stopping;

    Launch(ProgramEnvironment system, StopOnSignal stopping) {
        this.system = system;
        this.stopping = stopping;
    }

    /**
     * Runs it.
     *
     * @return the exit code: what {@code exit} said; 0; 1 after an error; 2 when the command line is not understood;
     *     130 when it was stopped
     */
    int run(List<String> arguments) {
        try {
            Invocation asked = Invocation.of(arguments);
            return switch (asked) {
                case Invocation.Line line ->
                    inSession(asked, (session, console) -> line(line.text(), session, console));
                case Invocation.Command command ->
                    inSession(asked, (session, console) -> line(line(command, session), session, console));
                case Invocation.Script script -> script(script);
                case Invocation.Prompt _ ->
                    system.terminals().in() ? new Prompt(system).run() : inSession(asked, this::lines);
                case Invocation.Help help -> {
                    system.out().print(UsageTexts.of(help.of()));
                    system.out().flush();
                    yield 0;
                }
                case Invocation.Rehearsal rehearsal ->
                    new Rehearsal(system, (around, words) -> new Launch(around, new StopOnSignal()).run(words))
                            .play(rehearsal.prompt());
            };
        } catch (UsageError misused) {
            system.err().println("claviger: " + misused.getMessage());
            system.err().println("Try: ./claviger help");
            return MISUSED;
        } finally {
            system.err().flush();
            stopping.done();
        }
    }

    private static int line(String line, Session session, Console console) {
        SimilarCommands similar = SimilarCommands.asAQuestion(session.state());
        int code = session.run(line);
        if (code == FAILED) {
            console.err(similar.afterFailure());
        }
        return code;
    }

    private static String line(Invocation.Command command, Session session) {
        return words(session).line(command.words());
    }

    private static ShellWords words(Session session) {
        return new ShellWords(name -> session.state()
                .command(name)
                .filter(cmdlet ->
                        cmdlet.parameters().stream().map(Parameter::name).anyMatch(BLOCKS::contains))
                .isPresent());
    }

    /** Runs the lines of standard input as they come, each with those that it goes on with. */
    private int lines(Session session, Console console) {
        int code = 0;
        StringBuilder text = new StringBuilder();
        Optional<String> line = console.read("").map(Launch::unmarked);
        while (session.exit().isEmpty() && line.isPresent() && !system.out().checkError()) {
            text.append(line.get());
            if (Session.isComplete(text.toString())) {
                code = text.toString().isBlank() ? code : session.run(text.toString());
                text.setLength(0);
            } else {
                text.append('\n');
            }
            line = console.read("");
        }
        if (session.exit().isEmpty() && !text.isEmpty()) {
            code = session.run(text.toString());
        }
        return session.exit().orElse(code);
    }

    private int script(Invocation.Script script) {
        Optional<String> text = read(script.file());
        return text.isEmpty()
                ? FAILED
                : inSession(
                        script,
                        (session, _) -> session.runScript(
                                system.folder()
                                        .resolve(script.file())
                                        .toAbsolutePath()
                                        .normalize()
                                        .toString(),
                                text.get(),
                                words(session).arguments(script.words())));
    }

    private Optional<String> read(String name) {
        if (name.equals(Invocation.STANDARD_INPUT)) {
            return readStandardInput();
        }
        Path file = system.folder().resolve(name);
        String wrong;
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_SCRIPT) {
                return Optional.of(unmarked(Files.readString(file, StandardCharsets.UTF_8)));
            }
            wrong = !Files.exists(file)
                    ? "it does not exist"
                    : Files.isRegularFile(file) ? "it is longer than " + LONGEST_SCRIPT + " bytes" : "it is not a file";
        } catch (MalformedInputException _) {
            wrong = "it is not in UTF-8";
        } catch (IOException e) {
            wrong = "it cannot be read (" + e.getClass().getSimpleName() + ")";
        }
        return cannotRun("'" + name + "'", wrong);
    }

    private Optional<String> readStandardInput() {
        String wrong = "it is longer than " + LONGEST_SCRIPT + " bytes";
        try {
            byte[] bytes = system.in().readNBytes(LONGEST_SCRIPT + 1);
            if (bytes.length <= LONGEST_SCRIPT) {
                return Optional.of(unmarked(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString()));
            }
        } catch (CharacterCodingException _) {
            wrong = "it is not in UTF-8";
        } catch (IOException e) {
            wrong = "it cannot be read (" + e.getClass().getSimpleName() + ")";
        }
        return cannotRun("on standard input", wrong);
    }

    private Optional<String> cannotRun(String script, String wrong) {
        system.err().println("claviger: the script " + script + " cannot be run: " + wrong);
        return Optional.empty();
    }

    /** A text without a byte order mark. */
    private static String unmarked(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private int inSession(Invocation asked, ToIntBiFunction<Session, Console> work) {
        Console console = console(asked.silent());
        try (Session session = new Session(
                console, AllCmdlets.sources(), system.environment(), system.folder(), system.home(), system.clock())) {
            stopping.watch(session);
            return work.applyAsInt(session, console);
        }
    }

    private Console console(boolean silent) {
        boolean somebody = system.terminals().in() && system.terminals().out();
        StreamConsole console = new StreamConsole(
                system.terminals().columns(),
                system.in(),
                system.out(),
                system.terminals().err() ? system.err() : new PlainErrors(system.err()),
                somebody,
                silent,
                system.coloured());
        return somebody ? console.hiding(system.hidden()) : console;
    }
}
