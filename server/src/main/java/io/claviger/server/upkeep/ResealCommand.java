package io.claviger.server.upkeep;

import static io.claviger.server.command.Arguments.flag;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.command.Variables;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.logging.LogLevel;
import io.claviger.server.logging.Logging;
import io.claviger.server.start.DatabaseArguments;
import io.claviger.storage.commit.Resealing;
import io.claviger.storage.commit.Rotation;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.KeyChange;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.DataFiles;
import io.claviger.storage.sqlite.SqliteDatabase;
import io.claviger.storage.sqlite.SqliteFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.commons.cli.Options;

/**
 * {@code claviger reseal}: seals all secrets under a new sealing key, while the server of a directory is stopped, or while
 * the servers of a database run.
 */
public final class ResealCommand implements Command {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private static final int LOOKED_BETWEEN_LINES = 10_000;

    private final Surroundings system;
    private long shown;

    public ResealCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "reseal";
    }

    @Override
    public String summary() {
        return "Seals all secrets under a new sealing key.";
    }

    @Override
    public String details() {
        return "The server of a data directory must be stopped. The previous key is kept in a file of its own, because"
                + " older backups need it. If the key is in CLAVIGER_SEALING_KEY, give the next one in"
                + " CLAVIGER_NEXT_SEALING_KEY. With --database, servers may run if each was given both keys. If the"
                + " command is broken off, run it again.";
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(DataOption.option())
                .addOption(DataOption.database())
                .addOption(flag("end-sessions", "End all sessions: for a key that somebody may have seen"))
                .addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) {
        Optional<Instant> keptFrom = arguments.has("end-sessions")
                ? Optional.empty()
                : Optional.of(system.clock().instant());
        if (arguments.has("database")) {
            rotate(DataOption.location(system, arguments), keptFrom);
        } else {
            reseal(DataOption.filled(system, arguments), keptFrom);
        }
        return 0;
    }

    private static KeyChange between(SealingKey.Given before, SealingKey.Given next) {
        requireAnother(before, next);
        return KeyChange.given(before, next);
    }

    private static void requireAnother(SealingKey.Given before, SealingKey.Given next) {
        if (next.equals(before)) {
            throw new UnusableSetting(Variables.NEXT_SEALING_KEY + " is the key in " + Variables.SEALING_KEY
                    + ": make a new one, as openssl rand -base64 32 does");
        }
    }

    private void reseal(DataLocation.Directory data, Optional<Instant> keptFrom) {
        KeyChange change = change(data);
        int secrets = Resealing.run(SqliteFile.in(data.path()), change, SealedContexts::of, keptFrom);
        report(secrets, keptFrom);
        change.kept()
                .ifPresentOrElse(
                        kept -> system.out()
                                .println("The previous key is in " + kept
                                        + ". Backups made before need it; delete it when you need none of them."),
                        this::reportNext);
    }

    private void rotate(DataLocation data, Optional<Instant> keptFrom) {
        if (!(data.key() instanceof SealingKey.Overlapping keys)) {
            throw new UnusableSetting(Variables.NEXT_SEALING_KEY
                    + " is missing: the key to seal under, which every server was given beside the previous one");
        }
        requireAnother(keys.before(), keys.next());
        Logging.start(LogLevel.WARN, system.err());
        try (SqlStore store = data.open()) {
            Rotation.Outcome outcome = Rotation.run(
                    store,
                    data.database(),
                    keys,
                    SqliteDatabase.MIGRATIONS.tables(),
                    SealedContexts::of,
                    keptFrom,
                    this::progress);
            report(outcome.sealed(), keptFrom);
            system.out().println("All " + outcome.secrets() + " secrets of the database are sealed under it.");
        }
        reportNext();
    }

    private void progress(long looked) {
        long lines = looked / LOOKED_BETWEEN_LINES;
        if (lines > 0 && lines != shown) {
            shown = lines;
            system.out().println(looked + " secrets were looked at");
        }
    }

    private void report(long secrets, Optional<Instant> keptFrom) {
        system.out()
                .println(secrets + (secrets == 1 ? " secret is" : " secrets are") + " sealed under the next key. "
                        + (keptFrom.isEmpty()
                                ? "Sessions have ended: sign in again."
                                : "Sessions go on to their ends."));
    }

    private void reportNext() {
        system.out().println("From now on, start with that key in " + Variables.SEALING_KEY + ".");
    }

    private KeyChange change(DataLocation.Directory data) {
        Optional<SealingKey.Given> next = DatabaseArguments.sealingKey(system, Variables.NEXT_SEALING_KEY);
        if (data.sealingKey().isPresent() != next.isPresent()) {
            throw new UnusableSetting(Variables.SEALING_KEY + " and " + Variables.NEXT_SEALING_KEY
                    + " go together: the previous key and the next one. Without them, the key is the one in "
                    + DataFiles.sealingKey(data.path()));
        }
        Path file = DataFiles.sealingKey(data.path());
        return next.map(key -> between(data.sealingKey().orElseThrow(), key))
                .orElseGet(() -> KeyChange.inFile(
                        file,
                        file.resolveSibling(file.getFileName() + "."
                                + STAMP.format(system.clock().instant()))));
    }
}
