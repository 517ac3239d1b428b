package io.claviger.server;

import io.claviger.server.http.CannotListen;
import io.claviger.server.http.UnusableTls;
import io.claviger.storage.OpenFailure;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "claviger",
        description = "Identity and access management that you run yourself and that speaks AWS.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "The launcher knows two more: build, and test.", "Details: docs/operating.md"})
final class Commands {

    /** What an operator can put right is told in a line; anything else is a fault and shows where it came from. */
    private static final int FAILURE = 1;

    private Commands() {}

    /** Runs the command that the arguments name, and gives the exit status. */
    static int run(Surroundings system, String... arguments) {
        CommandLine line = new CommandLine(new Commands())
                .addSubcommand(new StartCommand(system))
                .addSubcommand(new SignInCommand(system))
                .addSubcommand(new VersionCommand(system))
                .addSubcommand(new CommandLine.HelpCommand())
                .addSubcommand(new RehearseCommand(system));
        line.setOut(new PrintWriter(system.out(), true, system.out().charset()));
        line.setErr(new PrintWriter(system.err(), true, system.err().charset()));
        line.setExecutionExceptionHandler((fault, _, _) -> failed(system, fault));
        return line.execute(arguments);
    }

    private static int failed(Surroundings system, Exception fault) {
        switch (fault) {
            case UnusableSetting known -> system.err().println("claviger: " + known.getMessage());
            case UnusableTls known -> system.err().println("claviger: " + known.getMessage());
            case CannotListen known -> system.err().println("claviger: " + known.getMessage());
            case OpenFailure known -> system.err().println("claviger: " + known.getMessage());
            default -> fault.printStackTrace(system.err());
        }
        return FAILURE;
    }
}
