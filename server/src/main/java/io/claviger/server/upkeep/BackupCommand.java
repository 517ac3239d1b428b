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

/** {@code claviger backup}: copies the database into a new file, while the server runs or not. */
public final class BackupCommand implements Command {

    private final Surroundings system;

    public BackupCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String summary() {
        return "Copies the database into a new file, while the server runs or not.";
    }

    @Override
    public String details() {
        return "The copy is verified. The sealing key is not in it: keep a copy of that apart from it.";
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
        Backup.write(data.path(), data.key(), file);
        system.out().println(file + " is a whole and verified copy of the database in " + data.path() + ".");
        return 0;
    }
}
