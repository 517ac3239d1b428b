package io.claviger.server.upkeep;

import static io.claviger.server.command.Arguments.flag;
import static io.claviger.server.command.Arguments.value;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Misused;
import io.claviger.server.command.Surroundings;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.Server;
import io.claviger.server.declared.AuthorizationDetailsFile;
import io.claviger.server.declared.AuthorizationDetailsFile.Details;
import io.claviger.server.declared.Plan;
import io.claviger.server.export.ReceivedExport;
import io.claviger.server.logging.LogLevel;
import io.claviger.server.logging.Logging;
import io.claviger.server.start.EmailAddress;
import io.claviger.server.start.RegionArguments;
import io.claviger.server.start.StartArguments;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code claviger import}: takes over an account of AWS, or one of another server of Claviger. */
public final class ImportCommand implements Command {

    private static final String PROGRAM = "claviger import";
    private static final List<String> FOR_EXPORTS = List.of("key", "email", "database");
    private static final List<String> FOR_DETAILS = List.of("account-id", "rewrite-account");
    private static final int FAILED = 1;

    private final Surroundings system;

    public ImportCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "Takes over an account of AWS, or one that export wrote, while no server runs.";
    }

    @Override
    public String details() {
        return "FILE is of one of two kinds. What export wrote: the account comes as it was, with its passwords, access"
                + " keys and MFA devices, to a server that does not have it, or nothing of it comes. What aws iam"
                + " get-account-authorization-details prints, which has no passwords, access keys and MFA devices: what"
                + " is there already stays, and becomes as the file says; nothing is deleted. The command says what could"
                + " not be taken over, and ends with 1 if something was refused.";
    }

    @Override
    public List<String> operands() {
        return List.of("FILE");
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(DataOption.option())
                .addOption(value("database", "URL", "For what export wrote: the PostgreSQL database, as start has it"))
                .addOption(value("key", "FILE", "For what export wrote: the recipient's private key in PEM"))
                .addOption(value(
                        "email",
                        "ADDRESS",
                        "For what export wrote: the address of the root user. Needed if there are other accounts"
                                + " already, and the export has none"))
                .addOption(value(
                        "account-id", "ID", "The account's 12 digits. Default: the account that manages the others"))
                .addOption(flag(
                        "rewrite-account",
                        "In all documents, replace the number of the account that the file is of by this account's"))
                .addOption(flag("plan", "Print what would be done, and do nothing of it"))
                .addOption(RegionArguments.asForStart())
                .addOption(value("audit-dir", "DIR", "Where the audit trail is. Default: audit in the data directory"))
                .addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) {
        Optional<String> accountId = DataOption.accountId(arguments);
        Logging.start(LogLevel.WARN, system.err());
        Path file = Path.of(arguments.operand(0));
        if (ReceivedExport.isOne(file)) {
            return takeExport(file, arguments);
        }
        refuse(arguments, FOR_EXPORTS, file + " was not written by export");
        DataOption.filled(system, arguments);
        StartArguments start = new StartArguments(system, arguments);
        try (Server server = Server.on(start.settings(), system.clock(), FirstStart.Recipient.NOBODY)) {
            String into = accountId.orElse(server.account().accountId());
            boolean isRewritten = arguments.has("rewrite-account");
            Details details = AuthorizationDetailsFile.read(file, into, isRewritten);
            try (Plan plan = Plan.of(details.declaration(), server.root(), into, PROGRAM)) {
                return arguments.has("plan") ? show(plan, details) : take(plan, details, into, isRewritten);
            }
        }
    }

    private static void refuse(Arguments arguments, List<String> options, String because) {
        options.stream().filter(arguments::has).findFirst().ifPresent(option -> {
            throw new Misused("there is no --" + option + " here: " + because);
        });
    }

    private int takeExport(Path file, Arguments arguments) {
        refuse(arguments, FOR_DETAILS, file + " was written by export, and says whose account it is");
        Path key = Path.of(arguments
                .text("key")
                .orElseThrow(() -> new Misused("--key is missing: the private key that " + file + " is sealed for")));
        Optional<String> email = arguments.text("email");
        email.flatMap(EmailAddress::complaint).ifPresent(complaint -> {
            throw new Misused("--email must " + complaint);
        });
        AccountEvents events = new AccountEvents(
                system.clock().instant().truncatedTo(ChronoUnit.SECONDS), RegionArguments.home(arguments));
        ReceivedExport export = ReceivedExport.open(file, key);
        if (arguments.has("plan")) {
            system.out().println("Account " + export.accountId() + ": " + export.inventory() + ".");
            return 0;
        }
        DataLocation data = DataOption.place(system, arguments);
        UpkeepTrail trail = UpkeepTrail.in(new StartArguments(system, arguments).auditDirectory(data));
        ExportImport taking = new ExportImport(export, email, trail, events);
        taking.into(data);
        system.out()
                .println("The account " + export.accountId() + " is in " + data + " now: " + export.inventory() + ".");
        taking.foreignTrust().forEach(system.out()::println);
        return 0;
    }

    private int show(Plan plan, Details details) {
        plan.lines().forEach(system.out()::println);
        report(details.left());
        return 0;
    }

    private int take(Plan plan, Details details, String into, boolean isRewritten) {
        List<String> refused = plan.applyWhatCanBe();
        int done = plan.lines().size() - refused.size();
        system.out().println("Steps done: " + done + " of " + plan.lines().size() + ".");
        List<String> left = new ArrayList<>(refused);
        left.addAll(details.left());
        details.accountId()
                .filter(from -> !isRewritten && !from.equals(into))
                .ifPresent(from -> left.add("the number of the account " + from + " in documents, which still name it:"
                        + " --rewrite-account replaces it"));
        report(left);
        return refused.isEmpty() ? 0 : FAILED;
    }

    private void report(List<String> left) {
        if (!left.isEmpty()) {
            system.out().println();
            system.out().println("Not taken over:");
            left.forEach(line -> system.out().println("- " + line));
        }
    }
}
