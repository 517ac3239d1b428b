package io.claviger.storage;

import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Runs migration scripts by Flyway. Apart from {@link Migrations}, so that only who upgrades loads any of Flyway. */
final class FlywayUpgrade {

    private FlywayUpgrade() {}

    /** Runs those of the scripts that the database does not have yet, each in a transaction of its own. */
    static void run(Connection connection, List<String> scripts, String name) {
        try {
            Flyway.configure()
                    .loggers(QuietFlywayLog.class.getName())
                    .dataSource(new SharedConnection(connection))
                    .resourceProvider(new MigrationScripts(scripts))
                    .javaMigrationClassProvider(List::of)
                    .skipDefaultCallbacks(true)
                    .callbackLocations(new String[0])
                    .placeholderReplacement(false)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new OpenFailure(
                    name + " cannot be brought to version " + scripts.size() + ", nothing of it was changed: "
                            + e.getMessage(),
                    e);
        }
    }
}
