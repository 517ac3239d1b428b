package io.claviger.server.upkeep;

import static io.claviger.server.command.Arguments.value;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Misused;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.command.Variables;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.start.StartArguments;
import io.claviger.storage.sqlite.DataFiles;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.cli.Option;

/** The option that names the data directory, as {@code start} has it. */
final class DataOption {

    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");

    private DataOption() {}

    static Option option() {
        return value("data", "DIR", "The data directory. Default: $XDG_DATA_HOME/claviger, or ~/.local/share/claviger");
    }

    /**
     * The account that is meant; empty if none is named.
     *
     * @throws Misused if it is no account's number
     */
    static Optional<String> accountId(Arguments arguments) {
        Optional<String> accountId = arguments.text("account-id");
        if (accountId.filter(id -> !ACCOUNT_ID.matcher(id).matches()).isPresent()) {
            throw new Misused("--account-id must be 12 digits, such as 123456789012");
        }
        return accountId;
    }

    /** The option that names a database of several servers. */
    static Option database() {
        return value("database", "URL", "The PostgreSQL database instead, as start has it");
    }

    /** Where the data is, on which a server may run at the same time if it is a database of several servers. */
    static DataLocation location(Surroundings system, Arguments arguments) {
        if (!arguments.has("database")) {
            return filled(system, arguments);
        }
        Variables.check(system.environment());
        return new StartArguments(system, arguments).data();
    }

    /** Where data is or will be: a directory, whether there is a database in it or not, or a database of servers. */
    static DataLocation place(Surroundings system, Arguments arguments) {
        return arguments.has("database") ? location(system, arguments) : directory(system, arguments);
    }

    /** The directory, whether there is a database in it or not. */
    static DataLocation.Directory directory(Surroundings system, Arguments arguments) {
        Variables.check(system.environment());
        return switch (new StartArguments(system, arguments).data()) {
            case DataLocation.Directory directory -> directory;
            case DataLocation.Postgres _, DataLocation.InMemory _ ->
                throw new Misused("--data must name a directory: what is in memory ends with its server");
        };
    }

    /**
     * The directory, in which there is a database.
     *
     * @throws UnusableSetting if there is none
     */
    static DataLocation.Directory filled(Surroundings system, Arguments arguments) {
        DataLocation.Directory directory = directory(system, arguments);
        if (DataFiles.isNew(directory.path())) {
            throw new UnusableSetting("there is no database in " + directory.path());
        }
        return directory;
    }
}
