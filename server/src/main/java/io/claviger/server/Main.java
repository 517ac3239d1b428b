package io.claviger.server;

import io.claviger.server.command.Surroundings;
import io.claviger.server.logging.LastingLogManager;
import java.io.Console;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The program, where it meets the system. What a server is made of stands in its {@code composition}. */
public final class Main {

    /** The property by which the launcher says that standard output is a pipe. */
    private static final String PIPED = "claviger.piped";

    /** As if SIGPIPE had ended it: nobody reads any more, and nobody is missing anything. */
    private static final int CLOSED_PIPE = 141;

    private static final int UNWRITTEN = 1;

    private Main() {}

    /** Runs a command, see {@code --help}; the exit status is 0, 1 for a failure, 2 for a command not understood. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
        Surroundings system = new Surroundings(
                Clock.systemUTC(),
                System.getenv(),
                System.in,
                System.out,
                System.err,
                Main::askOnTerminal,
                Main::untilTerminated);
        System.exit(unlessUnwritten(Commands.run(system, arguments)));
    }

    /** The status, or another one if standard output could not be written. */
    private static int unlessUnwritten(int status) {
        if (!System.out.checkError()) {
            return status;
        }
        if (Boolean.getBoolean(PIPED)) {
            return CLOSED_PIPE;
        }
        System.err.println("claviger: standard output cannot be written");
        return UNWRITTEN;
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where the platform's console provider is switched off
    private static @Nullable Console terminal() {
        Console console = System.console();
        return console == null || !console.isTerminal() ? null : console;
    }

    private static Optional<String> askOnTerminal(String prompt) {
        Console console = terminal();
        if (console == null) {
            return Optional.empty();
        }
        char[] typed = console.readPassword("%s", prompt);
        return typed == null ? Optional.empty() : Optional.of(new String(typed));
    }

    /** Ends with status 0 when the process is asked to terminate, once all is put away. */
    private static void untilTerminated(Runnable stop) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.run();
                            Runtime.getRuntime().halt(0);
                        },
                        "stop"));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
