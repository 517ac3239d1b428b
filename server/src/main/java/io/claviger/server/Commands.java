package io.claviger.server;

import io.claviger.iam.store.StoreFailure;
import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Help;
import io.claviger.server.command.Misused;
import io.claviger.server.command.NearMiss;
import io.claviger.server.command.SignInCommand;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.command.VersionCommand;
import io.claviger.server.http.CannotListen;
import io.claviger.server.http.UnusableTls;
import io.claviger.server.quarantine.QuarantineCommand;
import io.claviger.server.rehearsal.RehearseCommand;
import io.claviger.server.start.StartCommand;
import io.claviger.server.upkeep.AccountCommand;
import io.claviger.server.upkeep.BackupCommand;
import io.claviger.server.upkeep.ExportCommand;
import io.claviger.server.upkeep.ImportCommand;
import io.claviger.server.upkeep.MigrateCommand;
import io.claviger.server.upkeep.RecoverCommand;
import io.claviger.server.upkeep.ResealCommand;
import io.claviger.server.upkeep.RestoreCommand;
import io.claviger.storage.OpenFailure;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The command line: a word for what to do, then its options. */
final class Commands {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    /** What asks for help; one dash is enough for an option's name, too. */
    private static final Set<String> HELP = Set.of("--help", "-help", "-h");

    private final Surroundings system;
    private final List<Command> commands;

    private Commands(Surroundings system) {
        this.system = system;
        this.commands = List.of(
                new StartCommand(system),
                new SignInCommand(system),
                new BackupCommand(system),
                new RestoreCommand(system),
                new ResealCommand(system),
                new RecoverCommand(system),
                new AccountCommand(system),
                new ExportCommand(system),
                new ImportCommand(system),
                new QuarantineCommand(system),
                new MigrateCommand(system),
                new VersionCommand(system),
                new RehearseCommand(system, Commands::run));
    }

    /** Runs the command that the arguments name, and gives the exit status: 0, 1 for a failure, 2 for misuse. */
    static int run(Surroundings system, String... arguments) {
        return new Commands(system).run(List.of(arguments));
    }

    private int run(List<String> arguments) {
        Help help = new Help(system.out(), commands);
        String word = arguments.isEmpty() ? "" : arguments.getFirst();
        try {
            if (word.equals("help") || HELP.contains(word)) {
                help.print();
                return 0;
            }
            Command command = commands.stream()
                    .filter(candidate -> candidate.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Misused(word.isEmpty() ? "a command is missing" : "no command " + word));
            if (arguments.stream().anyMatch(HELP::contains)) {
                help.print(command);
                return 0;
            }
            if (arguments.stream().anyMatch(Surroundings::isMalformed)) {
                throw new Misused("an argument is not in UTF-8");
            }
            return command.run(parsed(command, arguments.subList(1, arguments.size())));
        } catch (Misused misused) {
            system.err().println("claviger: " + misused.getMessage());
            system.err().println("Try: ./claviger " + (isCommand(word) ? word + " --help" : "help"));
            return MISUSED;
        } catch (RuntimeException | IOException fault) {
            tell(fault);
            return FAILED;
        }
    }

    private boolean isCommand(String word) {
        return commands.stream().anyMatch(command -> command.name().equals(word));
    }

    private static Arguments parsed(Command command, List<String> arguments) {
        for (String argument : arguments) {
            if (argument.matches("-[a-z][a-z-]+(=.*)?")) {
                String name = argument.substring(1).replaceFirst("=.*", "");
                if (command.options().hasLongOption(name)) {
                    throw new Misused("there is no option " + argument + ": options have two dashes, --" + name);
                }
            }
        }
        try {
            var line = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .setStripLeadingAndTrailingQuotes(false)
                    .get()
                    .parse(command.options(), arguments.toArray(String[]::new));
            List<String> operands = command.operands();
            List<String> given = line.getArgList();
            if (given.size() > operands.size()) {
                throw new Misused("Unknown argument: " + given.get(operands.size()));
            }
            if (given.size() < operands.size()) {
                throw new Misused(operands.get(given.size()) + " is missing");
            }
            for (int place = 0; place < given.size(); place++) {
                if (given.get(place).isBlank()) {
                    throw new Misused(operands.get(place) + " is empty");
                }
            }
            return Arguments.of(line);
        } catch (UnrecognizedOptionException e) {
            List<String> known = command.options().getOptions().stream()
                    .map(option -> option.getLongOpt())
                    .toList();
            String typed = String.valueOf(e.getOption());
            throw new Misused("there is no option " + typed
                    + NearMiss.question(typed.replaceFirst("^-+", "").replaceFirst("=.*", ""), known, "--"));
        } catch (ParseException e) {
            throw new Misused(Optional.ofNullable(e.getMessage()).orElse("not understood"));
        }
    }

    /** What an operator can put right is said in a line; anything else is a fault and shows where it came from. */
    private void tell(Exception fault) {
        switch (fault) {
            case UnusableSetting known -> tellShortly(known);
            case UnusableTls known -> tellShortly(known);
            case CannotListen known -> tellShortly(known);
            case OpenFailure known -> tellShortly(known);
            case StoreFailure known -> tellShortly(known);
            case InvalidPathException known ->
                system.err()
                        .println("claviger: no file can have the name " + known.getInput() + ": " + known.getReason());
            default -> fault.printStackTrace(system.err());
        }
    }

    private void tellShortly(Exception known) {
        system.err().println("claviger: " + known.getMessage());
    }
}
