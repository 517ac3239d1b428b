package io.claviger.server.upkeep;

import static io.claviger.server.command.Arguments.flag;
import static io.claviger.server.command.Arguments.repeatable;
import static io.claviger.server.command.Arguments.value;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Misused;
import io.claviger.server.command.Surroundings;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.Server;
import io.claviger.server.declared.AuthorizationDetailsFile;
import io.claviger.server.declared.AuthorizationDetailsFile.Details;
import io.claviger.server.declared.Plan;
import io.claviger.server.logging.LogLevel;
import io.claviger.server.logging.Logging;
import io.claviger.server.start.StartArguments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.cli.Options;

/** {@code claviger import}: takes over users, groups, roles and policies of an account at AWS. */
public final class ImportCommand implements Command {

    private static final String PROGRAM = "claviger import";
    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");
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
        return "Takes over users, groups, roles and policies of an account at AWS, while the server is stopped.";
    }

    @Override
    public String details() {
        return "FILE is what aws iam get-account-authorization-details prints. What is there already stays, and"
                + " becomes as the file says; nothing is deleted. The command says what could not be taken over, and ends"
                + " with 1 if something was refused. Passwords, access keys and MFA devices are not in the file.";
    }

    @Override
    public List<String> operands() {
        return List.of("FILE");
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(DataOption.option())
                .addOption(value(
                        "account-id", "ID", "The account's 12 digits. Default: the account that manages the others"))
                .addOption(flag(
                        "rewrite-account",
                        "In all documents, replace the number of the account that the file is of by this account's"))
                .addOption(flag("plan", "Print what would be done, and do nothing of it"))
                .addOption(repeatable(
                        "region",
                        "NAME",
                        "As for start: the first one decides the partition of all ARNs. Default: any, and the partition"
                                + " aws"))
                .addOption(value("audit-dir", "DIR", "Where the audit trail is. Default: audit in the data directory"))
                .addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) {
        if (arguments
                .text("account-id")
                .filter(id -> !ACCOUNT_ID.matcher(id).matches())
                .isPresent()) {
            throw new Misused("--account-id must be 12 digits, such as 123456789012");
        }
        Logging.start(LogLevel.WARN, system.err());
        DataOption.filled(system, arguments);
        Path file = Path.of(arguments.operand(0));
        StartArguments start = new StartArguments(system, arguments);
        try (Server server = Server.on(start.settings(), system.clock(), FirstStart.Recipient.NOBODY)) {
            String into = arguments.text("account-id").orElse(server.account().accountId());
            boolean isRewritten = arguments.has("rewrite-account");
            Details details = AuthorizationDetailsFile.read(file, into, isRewritten);
            try (Plan plan = Plan.of(details.declaration(), server.root(), into, PROGRAM)) {
                return arguments.has("plan") ? show(plan, details) : take(plan, details, into, isRewritten);
            }
        }
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
