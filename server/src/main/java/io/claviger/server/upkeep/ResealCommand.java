package io.claviger.server.upkeep;

import static io.claviger.server.command.Arguments.flag;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.command.Variables;
import io.claviger.server.composition.DataLocation;
import io.claviger.storage.commit.Resealing;
import io.claviger.storage.sealing.KeyChange;
import io.claviger.storage.sqlite.DataFiles;
import io.claviger.storage.sqlite.SqliteFile;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code claviger reseal}: seals all secrets under a new sealing key, while the server is stopped. */
public final class ResealCommand implements Command {

    /** The variable with the key that the secrets are to be sealed under, if the one before is given too. */
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final Surroundings system;

    public ResealCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "reseal";
    }

    @Override
    public String summary() {
        return "Seals all secrets under a new sealing key, while the server is stopped.";
    }

    @Override
    public String details() {
        return "The previous key is kept in a file of its own, because older backups need it. If the key is in"
                + " CLAVIGER_SEALING_KEY, give the next one in CLAVIGER_NEXT_SEALING_KEY.";
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(DataOption.option())
                .addOption(flag("end-sessions", "End all sessions: for a key that somebody may have seen"))
                .addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) {
        DataLocation.Directory data = DataOption.filled(system, arguments);
        KeyChange change = change(data);
        boolean ends = arguments.has("end-sessions");
        int secrets = Resealing.run(
                SqliteFile.in(data.path()),
                change,
                SealedContexts::of,
                ends ? Optional.empty() : Optional.of(system.clock().instant()));
        system.out()
                .println(secrets + (secrets == 1 ? " secret is" : " secrets are") + " sealed under the next key. "
                        + (ends ? "Sessions have ended: sign in again." : "Sessions go on to their ends."));
        change.kept()
                .ifPresentOrElse(
                        kept -> system.out()
                                .println("The previous key is in " + kept
                                        + ". Backups made before need it; delete it when you need none of them."),
                        () -> system.out()
                                .println("From now on, start with that key in " + Variables.SEALING_KEY + "."));
        return 0;
    }

    private KeyChange change(DataLocation.Directory data) {
        Optional<String> next = system.secret(Variables.NEXT_SEALING_KEY);
        if (data.sealingKey().isPresent() != next.isPresent()) {
            throw new UnusableSetting(Variables.SEALING_KEY + " and " + Variables.NEXT_SEALING_KEY
                    + " go together: the previous key and the next one. Without them, the key is the one in "
                    + DataFiles.sealingKey(data.path()));
        }
        Path file = DataFiles.sealingKey(data.path());
        return next.map(key -> KeyChange.given(data.sealingKey().orElseThrow(), key))
                .orElseGet(() -> KeyChange.inFile(
                        file,
                        file.resolveSibling(file.getFileName() + "."
                                + STAMP.format(system.clock().instant()))));
    }
}
