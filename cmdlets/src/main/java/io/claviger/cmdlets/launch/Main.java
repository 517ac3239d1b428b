package io.claviger.cmdlets.launch;

import io.claviger.powershell.shell.StreamConsole;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program of the cmdlets, and where it meets the system. {@code ./claviger} starts it. */
public final class Main {

    /** The property with those of the descriptors 0, 1 and 2 that are terminals, which the launcher sets. */
    private static final String TERMINALS = "claviger.terminals";

    /** The property with the terminal's width in cells. */
    private static final String COLUMNS = "claviger.columns";

    /** The property by which the launcher says that standard output is a pipe. */
    private static final String PIPED = "claviger.piped";

    /** As if SIGPIPE had ended it: nobody reads any more, and nobody is missing anything. */
    private static final int CLOSED_PIPE = 141;

    private static final int UNWRITTEN = 1;
    private static final String NO_FILE = "/";

    private Main() {}

    /** Runs a line, a script or the prompt; see {@link Launch#run} for the exit status. */
    public static void main(String[] arguments) {
        // Otherwise the SDK would read endpoints from the process's environment, not from $env:, and the shared files
        // too.
        System.setProperty("aws.ignoreConfiguredEndpointUrls", "true");
        System.setProperty("aws.sharedCredentialsFile", NO_FILE);
        System.setProperty("aws.configFile", NO_FILE);
        WarmUp.begin();
        String terminals = System.getProperty(TERMINALS, "");
        Map<String, String> environment = System.getenv();
        ProgramEnvironment system = new ProgramEnvironment(
                new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8),
                new ProgramEnvironment.Terminals(
                        terminals.contains("0"), terminals.contains("1"), terminals.contains("2"), columns()),
                environment,
                Path.of("").toAbsolutePath(),
                home(environment.getOrDefault("HOME", "")),
                new LazyZoneClock(InstantSource.system(), ZoneId::systemDefault),
                Main::askOnTerminal);
        System.exit(unlessUnwritten(new Launch(system, new StopOnSignal()).run(List.of(arguments)), system));
    }

    /** The status, or another one if standard output could not be written. */
    private static int unlessUnwritten(int status, ProgramEnvironment system) {
        if (!system.out().checkError()) {
            return status;
        }
        if (Boolean.getBoolean(PIPED)) {
            return CLOSED_PIPE;
        }
        system.err().println("claviger: standard output cannot be written");
        system.err().flush();
        return UNWRITTEN;
    }

    private static Path home(String named) {
        return Path.of(named.isBlank() ? System.getProperty("user.home", "") : named);
    }

    private static int columns() {
        int columns = Integer.getInteger(COLUMNS, 0);
        return columns > 0 ? columns : StreamConsole.DEFAULT_WIDTH;
    }

    @SuppressWarnings("SystemConsoleNull") // it is null if the platform's console provider is disabled
    private static Optional<String> askOnTerminal(String prompt) {
        Console console = System.console();
        if (console == null) {
            return Optional.empty();
        }
        char[] typed = console.readPassword("%s", prompt);
        return typed == null ? Optional.empty() : Optional.of(new String(typed));
    }
}
