package io.claviger.server.upkeep;

import static io.claviger.server.command.Arguments.flag;
import static io.claviger.server.command.Arguments.value;

import io.claviger.access.password.Passwords;
import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.command.Variables;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.HomeRegion;
import io.claviger.server.logging.LogLevel;
import io.claviger.server.logging.Logging;
import io.claviger.server.start.FirstStartVariables;
import io.claviger.server.start.RegionArguments;
import io.claviger.server.start.StartArguments;
import io.claviger.storage.commit.SqlStore;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code claviger recover}: the way back for an operator who has lost the credentials, on the server's machine. */
public final class RecoverCommand implements Command {

    private final Surroundings system;

    public RecoverCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "recover";
    }

    @Override
    public String summary() {
        return "Sets root's password, or makes an access key, while the server is stopped.";
    }

    @Override
    public String details() {
        return "The password is the one in CLAVIGER_ROOT_PASSWORD; without it, a new one is made and printed. With"
                + " the password, the root user's MFA devices are taken away.";
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(DataOption.option())
                .addOption(DataOption.database())
                .addOption(value("access-key-of", "USER", "Make an access key for this user instead, and print it"))
                .addOption(value(
                        "account-id", "ID", "The account's 12 digits. Default: the account that manages the others"))
                .addOption(RegionArguments.asForStart())
                .addOption(value("audit-dir", "DIR", "Where the audit trail is. Default: audit in the data directory"))
                .addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) {
        HomeRegion home = RegionArguments.home(arguments);
        Logging.start(LogLevel.INFO, system.err());
        DataLocation data = DataOption.location(system, arguments);
        UpkeepTrail trail = UpkeepTrail.in(new StartArguments(system, arguments).auditDirectory(data));
        Optional<String> given = FirstStartVariables.read(system).rootPassword();
        try (SqlStore store = data.open()) {
            Recovery recovery = new Recovery(
                    store,
                    system.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                    arguments.text("account-id"),
                    home,
                    trail::record);
            boolean _ = trail.committed(() -> {
                arguments
                        .text("access-key-of")
                        .ifPresentOrElse(
                                user -> recovery.accessKey(user, key -> handOver(user, key)),
                                () -> rootPassword(recovery, given));
                return true;
            });
        }
        return 0;
    }

    private void rootPassword(Recovery recovery, Optional<String> given) {
        String password = given.orElseGet(() -> FirstStart.newPassword(new SecureRandom()));
        recovery.rootPassword(new Passwords().hash(password), accountId -> {
            system.out().println("Account " + accountId);
            system.out()
                    .println("Root user's password:  "
                            + (given.isPresent() ? "the one in " + Variables.ROOT_PASSWORD : password));
            mustBeWritten(given.isPresent());
        });
    }

    private void handOver(String user, Recovery.NewKey key) {
        system.out().println("A new access key of the user " + user + ":");
        system.out().println();
        system.out().println("export AWS_ACCESS_KEY_ID=" + key.id());
        system.out().println("export AWS_SECRET_ACCESS_KEY=" + key.secret());
        mustBeWritten(false);
    }

    private void mustBeWritten(boolean isKnown) {
        if (system.out().checkError() && !isKnown) {
            throw new UnusableSetting("standard output does not take the new credentials, so nothing was changed");
        }
    }
}
