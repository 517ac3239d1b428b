package io.claviger.server.command;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;

/**
 * What the commands say about themselves. A paragraph is one line, and a tab stands between a name and what is said of
 * it. The launcher shows the same texts from {@code bin/help}, laid out for the terminal; a test writes them there.
 */
public final class Help {

    private final PrintStream out;
    private final List<Command> commands;

    public Help(PrintStream out, List<Command> commands) {
        this.out = out;
        this.commands = commands;
    }

    /** All commands, in a line each. */
    public void print() {
        out.println("usage: ./claviger COMMAND [options]");
        out.println("       ./claviger CMDLET [-Parameter value ...]");
        out.println();
        out.println("Identity and access management that you run yourself and that speaks AWS.");
        out.println();
        out.println("COMMANDS");
        commands.stream()
                .filter(command -> !command.summary().isEmpty())
                .forEach(command -> line(command.name(), command.summary()));
        line("policy", "Validates, decides and explains policies, without a server.");
        line("CMDLET", "Runs a cmdlet, or a line of them in quotes; Get-Command lists all.");
        line("run", "Runs a script of cmdlets.");
        line("shell", "Opens a prompt for cmdlets.");
        line("build", "Builds the programs; the other commands do so when they have to.");
        line("test", "Runs all tests.");
        line("help", "Shows this, or the help of the command, task or cmdlet that follows.");
        out.println();
        out.println("./claviger COMMAND --help shows a command's options; docs/operating.md and docs/shell.md say the"
                + " rest, and the first of them the exit statuses.");
    }

    private static String words(Command command) {
        return Stream.concat(Stream.of(command.name()), command.operands().stream())
                .collect(Collectors.joining(" "));
    }

    /** One command and its options. */
    public void print(Command command) {
        List<Option> options = List.copyOf(command.options().getOptions());
        out.println("usage: ./claviger " + words(command) + (options.isEmpty() ? "" : " [options]"));
        out.println();
        out.println((command.summary() + " " + command.details()).strip());
        if (!options.isEmpty()) {
            out.println();
            out.println("OPTIONS");
            options.forEach(option -> line(
                    "--" + option.getLongOpt() + (option.hasArg() ? " " + option.getArgName() : ""),
                    option.getDescription()));
        }
    }

    private void line(String name, String summary) {
        out.println("  " + name + "\t" + summary);
    }
}
