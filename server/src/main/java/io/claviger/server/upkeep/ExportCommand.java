package io.claviger.server.upkeep;

import static io.claviger.server.command.Arguments.flag;
import static io.claviger.server.command.Arguments.value;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Misused;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.export.AccountExport;
import io.claviger.server.logging.LogLevel;
import io.claviger.server.logging.Logging;
import io.claviger.server.start.RegionArguments;
import io.claviger.server.start.StartArguments;
import io.claviger.storage.commit.OutgoingAccount;
import io.claviger.storage.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code claviger export}: writes an account with its secrets, sealed for a recipient, to a file for another server. */
public final class ExportCommand implements Command {

    private final Surroundings system;

    public ExportCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String summary() {
        return "Writes an account to a file for another server, with its secrets sealed.";
    }

    @Override
    public String details() {
        return "Passwords' hashes, access keys, MFA devices and private keys are sealed for the one who has the private"
                + " key of --to: import with that key takes them up on another server, and nobody else can open them."
                + " The rest of the file can be read by anybody. The server of a data directory must be stopped; servers of"
                + " a --database may run.";
    }

    @Override
    public List<String> operands() {
        return List.of("FILE");
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(value("to", "KEY", "The recipient's public key in PEM, of RSA or of a curve of NIST's"))
                .addOption(DataOption.option())
                .addOption(DataOption.database())
                .addOption(value(
                        "account-id", "ID", "The account's 12 digits. Default: the account that manages the others"))
                .addOption(RegionArguments.asForStart())
                .addOption(value("audit-dir", "DIR", "Where the audit trail is. Default: audit in the data directory"))
                .addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) {
        Logging.start(LogLevel.WARN, system.err());
        Path to = Path.of(arguments
                .text("to")
                .orElseThrow(() -> new Misused("--to is missing: the public key of the one who imports the file")));
        Optional<String> accountId = DataOption.accountId(arguments);
        AccountEvents events = new AccountEvents(
                system.clock().instant().truncatedTo(ChronoUnit.SECONDS), RegionArguments.home(arguments));
        DataLocation data = DataOption.location(system, arguments);
        UpkeepTrail trail = UpkeepTrail.in(new StartArguments(system, arguments).auditDirectory(data));
        Path file = Path.of(arguments.operand(0));
        AccountExport.Done done = written(AccountExport.of(file, to, accountId, events.now()), data, trail, events);
        system.out().println("The account " + done.accountId() + " is in " + file + ": " + done.inventory() + ".");
        return 0;
    }

    private static AccountExport.Done written(
            AccountExport export, DataLocation data, UpkeepTrail trail, AccountEvents events) {
        try {
            return export.write(
                    taker -> OutgoingAccount.read(
                            data.database(), SqliteDatabase.MIGRATIONS.tables(), data.key(), SealedContexts::of, taker),
                    done -> trail.record(events.exported(done.accountId(), done.recipient())));
        } catch (UnusableSetting failure) {
            trail.undone(String.valueOf(failure.getMessage()));
            throw failure;
        }
    }
}
