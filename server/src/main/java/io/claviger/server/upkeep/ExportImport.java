package io.claviger.server.upkeep;

import io.claviger.iam.AccountIds;
import io.claviger.iam.Partition;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Writing;
import io.claviger.operations.organization.NewAccounts;
import io.claviger.operations.organization.NewAccounts.Outcome;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.export.ReceivedExport;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.commit.AccountRow;
import io.claviger.storage.commit.IncomingAccount;
import io.claviger.storage.sqlite.SqliteDatabase;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes an exported account into a server that does not have it, as it was, or nothing of it.
 *
 * @param email of the root user, if it is to be another than the export says, or the export has none
 */
record ExportImport(ReceivedExport export, Optional<String> email, UpkeepTrail trail, Instant now)
        implements IncomingAccount.Source {

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
        export.rows(to);
    }

    /** Beside others it becomes a member of their organization. */
    @Override
    public void complete(Writing writing, boolean isFirst) {
        if (!isFirst) {
            String address = email.or(export::email)
                    .orElseThrow(() -> new UnusableSetting("there are other accounts, and this one needs an address to"
                            + " be told from them: give it with --email"));
            SecureRandom random = new SecureRandom();
            NewAccounts accounts = new NewAccounts(Partition.AWS, new UniqueIds(random), new AccountIds(random));
            if (accounts.join(writing, accountId(), export.name().orElse(accountId()), address, now)
                    instanceof Outcome.Impossible(String reason)) {
                throw new UnusableSetting(reason);
            }
        }
        trail.record(AccountEvents.imported(now, accountId()));
    }
}
