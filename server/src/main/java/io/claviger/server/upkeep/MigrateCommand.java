package io.claviger.server.upkeep;

import static io.claviger.server.command.Arguments.flag;
import static io.claviger.server.command.Arguments.value;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Misused;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.command.Variables;
import io.claviger.server.start.DatabaseArguments;
import io.claviger.storage.commit.Database;
import io.claviger.storage.commit.Moving;
import io.claviger.storage.postgres.PostgresDatabase;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.DataFiles;
import io.claviger.storage.sqlite.SqliteDatabase;
import io.claviger.storage.sqlite.SqliteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.cli.Options;

/** {@code claviger migrate}: copies the data from a directory to PostgreSQL or back, while no server runs. */
public final class MigrateCommand implements Command {

    private final Surroundings system;

    public MigrateCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "migrate";
    }

    @Override
    public String summary() {
        return "Copies the data from a directory to PostgreSQL, or back, while no server runs.";
    }

    @Override
    public String details() {
        return "All rows are compared before they are committed. If it is broken off, nothing was copied: run it again."
                + " The key is the one in CLAVIGER_SEALING_KEY, or in sealing.key of the directory that it copies from.";
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(value("from", "PLACE", "The data directory, or the URL of the database, as start has them"))
                .addOption(value("to", "PLACE", "The other one, in which there is no account yet"))
                .addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) {
        Variables.check(system.environment());
        String from = required(arguments, "from");
        String to = required(arguments, "to");
        if (isUrl(from) == isUrl(to)) {
            throw new Misused("one of --from and --to is a directory, and the other postgresql://USER@HOST/DATABASE");
        }
        if (!isUrl(from) && DataFiles.isNew(Path.of(from))) {
            throw new UnusableSetting("there is no database in " + from);
        }
        SealingKey key = key(from);
        AtomicLong rows = new AtomicLong();
        Database source = database("from", from);
        Moving.Outcome outcome =
                Moving.run(source, database("to", to), SqliteDatabase.MIGRATIONS.tables(), key, rows::set);
        system.out()
                .println(
                        switch (outcome) {
                            case MOVED -> rows + " rows were copied to " + to + " and compared.";
                            case THERE_ALREADY -> "The " + rows + " rows were in " + to + " already, and are the same.";
                        });
        system.out().println("Start with the same sealing key, in " + Variables.SEALING_KEY + ".");
        return 0;
    }

    private static String required(Arguments arguments, String option) {
        return arguments.text(option).orElseThrow(() -> new Misused("--" + option + " is missing"));
    }

    private static boolean isUrl(String place) {
        return place.contains("://");
    }

    private Database database(String option, String place) {
        return isUrl(place)
                ? new PostgresDatabase(DatabaseArguments.url(option, place), system.secret(Variables.DATABASE_PASSWORD))
                : SqliteFile.in(Path.of(place));
    }

    private SealingKey key(String from) {
        Optional<SealingKey.Given> given = DatabaseArguments.sealingKey(system, Variables.SEALING_KEY);
        if (given.isPresent()) {
            return given.get();
        }
        if (isUrl(from) || !Files.exists(DataFiles.sealingKey(Path.of(from)))) {
            throw new UnusableSetting(Variables.SEALING_KEY + " is missing: the key that the secrets are sealed under");
        }
        return new SealingKey.InFile(DataFiles.sealingKey(Path.of(from)));
    }
}
