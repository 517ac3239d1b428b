package io.claviger.server.upkeep;

import io.claviger.iam.AccountIds;
import io.claviger.iam.Partition;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Writing;
import io.claviger.operations.organization.AccountPartition;
import io.claviger.operations.organization.NewAccounts;
import io.claviger.operations.organization.NewAccounts.Outcome;
import io.claviger.operations.role.TrustedAccounts;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.export.ReceivedExport;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.commit.AccountRow;
import io.claviger.storage.commit.AccountRow.Value;
import io.claviger.storage.commit.IncomingAccount;
import io.claviger.storage.sqlite.SqliteDatabase;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Takes an exported account into a server that does not have it, as it was, or nothing of it. For one thread. */
final class ExportImport implements IncomingAccount.Source {

    /** What no name has: somebody may have written the file by hand, for the terminal that shows it. */
    private static final Pattern NEVER_IN_A_NAME = Pattern.compile("[^\\w+=,.@-]");

    private final ReceivedExport export;
    private final Optional<String> email;
    private final UpkeepTrail trail;
    private final AccountEvents events;
    private final List<String> foreignTrust = new ArrayList<>();

    /**
     * An export that is to be taken.
     *
     * @param email of the root user, if it is to be another than the export says, or the export has none
     */
    ExportImport(ReceivedExport export, Optional<String> email, UpkeepTrail trail, AccountEvents events) {
        this.export = export;
        this.email = email;
        this.trail = trail;
        this.events = events;
    }

    /**
     * Does it.
     *
     * @throws OpenFailure if the account is there, or cannot be written
     */
    void into(DataLocation data) {
        try {
            IncomingAccount.write(
                    data.database(), SqliteDatabase.MIGRATIONS.tables(), data.key(), SealedContexts::of, this);
        } catch (OpenFailure failure) {
            trail.undone(String.valueOf(failure.getMessage()));
            throw failure;
        }
    }

    @Override
    public String accountId() {
        return export.accountId();
    }

    @Override
    public void rows(Consumer<AccountRow> to) {
        export.rows(row -> {
            to.accept(row);
            if (row.table().equals("iam_role")) {
                lookAt(row);
            }
        });
    }

    private void lookAt(AccountRow role) {
        if (role.values().get("name") instanceof Value.Text(String name)
                && role.values().get("trust_policy") instanceof Value.Text(String trust)) {
            TrustedAccounts.of(trust).stream()
                    .filter(trusted -> !trusted.equals(accountId()))
                    .map(trusted -> "The role " + NEVER_IN_A_NAME.matcher(name).replaceAll("?") + " trusts the account "
                            + trusted
                            + ", as it did before: delete the role, or give it another trust policy, if it is not to.")
                    .forEach(foreignTrust::add);
        }
    }

    /** A sentence for each role that came and trusts another account. */
    List<String> foreignTrust() {
        return List.copyOf(foreignTrust);
    }

    /** Beside others it becomes a member of their organization. */
    @Override
    public void complete(Writing writing, boolean isFirst) {
        Partition partition = events.home().partition();
        AccountPartition.complaint(writing, accountId(), partition).ifPresent(reason -> {
            throw new UnusableSetting(reason);
        });
        if (isFirst) {
            email.ifPresent(address -> writing.accounts()
                    .byId(accountId())
                    .map(account -> account.withEmail(address))
                    .ifPresent(writing::update));
        } else {
            String address = email.or(export::email)
                    .orElseThrow(() -> new UnusableSetting("there are other accounts, and this one needs an address to"
                            + " be told from them: give it with --email"));
            SecureRandom random = new SecureRandom();
            NewAccounts accounts = new NewAccounts(partition, new UniqueIds(random), new AccountIds(random));
            if (accounts.join(writing, accountId(), export.name().orElse(accountId()), address, events.now())
                    instanceof Outcome.Impossible(String reason)) {
                throw new UnusableSetting(reason);
            }
        }
        trail.record(events.imported(accountId()));
    }
}
