package io.claviger.cmdlets.launch;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that the program gets from outside.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminals which of the three are terminals
 * @param environment the process's environment
 * @param folder where it was started
 * @param home the user's folder
 * @param clock the time, and the zone in which dates are shown
 * @param hidden asks for a secret at the terminal; empty at the end of the input
 */
record ProgramEnvironment(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Terminals terminals,
        Map<String, String> environment,
        Path folder,
        Path home,
        Clock clock,
        Function<String, Optional<String>> hidden) {

    /** Keeps its own copy. */
    ProgramEnvironment {
        environment = Map.copyOf(environment);
    }

    /**
     * Which streams are terminals.
     *
     * @param in whether input comes from a terminal
     * @param out whether output goes to a terminal
     * @param err whether errors go to a terminal
     * @param columns how many cells a line has
     */
    record Terminals(boolean in, boolean out, boolean err, int columns) {}

    /** Whether to show colours; <a href="https://no-color.org">NO_COLOR</a> forbids them. */
    boolean coloured() {
        return terminals.out()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }
}
