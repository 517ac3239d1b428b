package io.claviger.server.upkeep;

import static io.claviger.server.command.Arguments.flag;
import static io.claviger.server.command.Arguments.value;

import io.claviger.access.password.Passwords;
import io.claviger.iam.Account;
import io.claviger.iam.AccountIds;
import io.claviger.iam.Arns;
import io.claviger.iam.MemberAccount;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Reading;
import io.claviger.operations.organization.NewAccounts;
import io.claviger.operations.organization.NewAccounts.Outcome;
import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Misused;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.command.Variables;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.HomeRegion;
import io.claviger.server.logging.LogLevel;
import io.claviger.server.logging.Logging;
import io.claviger.server.start.EmailAddress;
import io.claviger.server.start.FirstStartVariables;
import io.claviger.server.start.RegionArguments;
import io.claviger.server.start.StartArguments;
import io.claviger.storage.commit.SqlStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.cli.Options;

/** {@code claviger account}: makes accounts beside the first, and lists them all, while the server is stopped. */
public final class AccountCommand implements Command {

    private static final Pattern NAME = Pattern.compile("[ -~]{1,50}");

    private final Surroundings system;

    public AccountCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public String summary() {
        return "Makes another account (create), or lists all accounts (list), while the server is stopped.";
    }

    @Override
    public String details() {
        return "The first account manages the others: its users can assume the role " + NewAccounts.ROLE
                + " of each. The new root user's password is the one in CLAVIGER_ROOT_PASSWORD; without it, a new one"
                + " is made and printed.";
    }

    @Override
    public List<String> operands() {
        return List.of("create|list");
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(DataOption.option())
                .addOption(DataOption.database())
                .addOption(value("name", "NAME", "The new account's name"))
                .addOption(value("email", "ADDRESS", "The address of its root user, which no other account has"))
                .addOption(value("account-id", "ID", "Its 12 digits. Default: random ones"))
                .addOption(RegionArguments.asForStart())
                .addOption(value("audit-dir", "DIR", "Where the audit trail is. Default: audit in the data directory"))
                .addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) {
        return switch (arguments.operand(0)) {
            case "create" -> create(arguments);
            case "list" -> list(arguments);
            default -> throw new Misused("account takes create or list, and not " + arguments.operand(0));
        };
    }

    private int create(Arguments arguments) {
        String name = required(arguments, "name");
        if (!NAME.matcher(name).matches()) {
            throw new Misused("--name must be 1 to 50 characters of ASCII");
        }
        String email = required(arguments, "email");
        EmailAddress.complaint(email).ifPresent(complaint -> {
            throw new Misused("--email must " + complaint);
        });
        Optional<String> accountId = DataOption.accountId(arguments);
        HomeRegion home = RegionArguments.home(arguments);
        Logging.start(LogLevel.INFO, system.err());
        DataLocation data = DataOption.location(system, arguments);
        UpkeepTrail trail = UpkeepTrail.in(new StartArguments(system, arguments).auditDirectory(data));
        Optional<String> given = FirstStartVariables.read(system).rootPassword();
        SecureRandom random = new SecureRandom();
        String password = given.orElseGet(() -> FirstStart.newPassword(random));
        var hash = new Passwords().hash(password);
        NewAccounts accounts = new NewAccounts(home.partition(), new UniqueIds(random), new AccountIds(random));
        try (SqlStore store = data.open()) {
            boolean _ = trail.committed(() -> store.write(writing -> switch (accounts.make(
                    writing, name, email, accountId, hash, system.clock().instant())) {
                case Outcome.Impossible(String reason) -> throw new UnusableSetting(reason);
                case Outcome.Made(MemberAccount member, Account management) -> {
                    String role = Arns.role(home.partition(), member.accountId(), "/", NewAccounts.ROLE);
                    show(member, management, role, given.isPresent() ? Optional.empty() : Optional.of(password));
                    trail.record(new AccountEvents(system.clock().instant(), home).created(member, management));
                    yield true;
                }
            }));
        }
        return 0;
    }

    private static String required(Arguments arguments, String option) {
        return arguments.text(option).orElseThrow(() -> new Misused("--" + option + " is missing"));
    }

    private void show(MemberAccount member, Account management, String role, Optional<String> password) {
        system.out().println("Account " + member.accountId() + " (" + member.name() + ")");
        system.out().println("Root user's password:  " + password.orElse("the one in " + Variables.ROOT_PASSWORD));
        system.out()
                .println("Users of " + management.accountId() + " whose policies allow it can assume the role " + role);
        if (system.out().checkError() && password.isPresent()) {
            throw new UnusableSetting("standard output does not take the new password, so nothing was changed");
        }
    }

    private int list(Arguments arguments) {
        Logging.start(LogLevel.INFO, system.err());
        DataLocation data = DataOption.location(system, arguments);
        try (SqlStore store = data.open()) {
            List<String> lines = store.read(reading -> reading.accounts().all().stream()
                    .map(account -> line(reading, account))
                    .toList());
            lines.forEach(system.out()::println);
        }
        return 0;
    }

    private static String line(Reading reading, Account account) {
        return account.accountId() + "  "
                + reading.organizations()
                        .member(account.accountId())
                        .map(member -> member.email() + "  " + member.name())
                        .orElse("the account that manages the others");
    }
}
