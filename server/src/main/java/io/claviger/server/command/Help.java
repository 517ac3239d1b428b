package io.claviger.server.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;

/** What the commands say about themselves. */
public final class Help {

    private static final int WIDTH = 110;

    private final PrintStream out;
    private final List<Command> commands;

    public Help(PrintStream out, List<Command> commands) {
        this.out = out;
        this.commands = commands;
    }

    /** All commands, in a line each. */
    public void print() {
        out.println("Identity and access management that you run yourself and that speaks AWS.");
        out.println();
        out.println("usage: ./claviger COMMAND [options]");
        out.println("       ./claviger CMDLET [-Parameter value ...]");
        out.println();
        commands.stream()
                .filter(command -> !command.summary().isEmpty())
                .forEach(command -> line(command.name(), command.summary()));
        line("policy", "Validates, decides and explains policies, without a server.");
        line("CMDLET", "Runs a cmdlet, or a line of them in quotes; Get-Command lists all.");
        line("run", "Runs a script of cmdlets.");
        line("shell", "Opens a prompt for cmdlets.");
        line("build", "Builds the program; start does so when it has to.");
        line("test", "Runs all tests.");
        out.println();
        out.println(
                "./claviger COMMAND --help tells a command's options; docs/operating.md and docs/shell.md tell the rest.");
    }

    private static List<String> words(Command command) {
        return Stream.concat(Stream.of(command.name()), command.operands().stream())
                .toList();
    }

    private void line(String name, String summary) {
        out.println("  " + name + " ".repeat(Math.max(1, 10 - name.length())) + summary);
    }

    /** One command and its options. */
    public void print(Command command) throws IOException {
        TextHelpAppendable text = new TextHelpAppendable(out);
        text.setMaxWidth(WIDTH);
        HelpFormatter.builder()
                .setShowSince(false)
                .setHelpAppendable(text)
                .setComparator((_, _) -> 0)
                .get()
                .printHelp(
                        "./claviger " + String.join(" ", words(command)) + " [options]",
                        command.summary() + " " + command.details(),
                        command.options(),
                        "",
                        false);
    }
}
