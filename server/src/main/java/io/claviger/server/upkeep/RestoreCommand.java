package io.claviger.server.upkeep;

import static io.claviger.server.command.Arguments.flag;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Surroundings;
import io.claviger.server.composition.DataLocation;
import io.claviger.storage.sqlite.Backup;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code claviger restore}: puts a backup into a data directory that has no database. */
public final class RestoreCommand implements Command {

    private final Surroundings system;

    public RestoreCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String summary() {
        return "Puts a backup into a data directory that has no database.";
    }

    @Override
    public String details() {
        return "Put the sealing key into the directory before, as sealing.key, or give it in CLAVIGER_SEALING_KEY.";
    }

    @Override
    public List<String> operands() {
        return List.of("FILE");
    }

    @Override
    public Options options() {
        return new Options().addOption(DataOption.option()).addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) {
        DataLocation.Directory data = DataOption.directory(system, arguments);
        Path file = Path.of(arguments.operand(0));
        Backup.restore(file, data.path(), data.key());
        system.out().println("The database in " + data.path() + " is the one of " + file + ".");
        return 0;
    }
}
