package io.claviger.storage.postgres;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Writing;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.commit.AccountRow;
import io.claviger.storage.commit.Database;
import io.claviger.storage.commit.IncomingAccount;
import io.claviger.storage.commit.OutgoingAccount;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sqlite.SqliteDatabase;
import io.claviger.storage.sqlite.SqliteFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account goes out of a database of several servers, and into one. */
class CarriedAccountTest {

    private static final SealingKey KEY =
            new SealingKey.Given(Base64.getEncoder().encodeToString(new byte[32]));

    @TempDir
    private Path home = Path.of("");

    private PostgresUrl url;

    @BeforeEach
    void newDatabase() {
        url = RealPostgres.shared().newDatabase();
    }

    private PostgresDatabase database() {
        return new PostgresDatabase(url, Optional.empty());
    }

    private static List<AccountRow> rowsOf(Database database) {
        List<AccountRow> rows = new ArrayList<>();
        OutgoingAccount.read(
                database, SqliteDatabase.MIGRATIONS.tables(), KEY, (_, id) -> id, new OutgoingAccount.Taker() {
                    @Override
                    public String choose(Reading reading) {
                        return ACCOUNT;
                    }

                    @Override
                    public void take(AccountRow row) {
                        rows.add(row);
                    }
                });
        return rows;
    }

    private List<AccountRow> anAccount() {
        Path data = home.resolve("data");
        try (SqlStore store = SqlStore.open(SqliteFile.in(data), KEY)) {
            insert(store, account(ACCOUNT), user("ann"));
        }
        return rowsOf(SqliteFile.in(data));
    }

    /** Takes an account, and does something after its rows. */
    private void take(List<AccountRow> account, Runnable meanwhile) {
        IncomingAccount.write(
                database(), SqliteDatabase.MIGRATIONS.tables(), KEY, (_, id) -> id, new IncomingAccount.Source() {
                    @Override
                    public String accountId() {
                        return ACCOUNT;
                    }

                    @Override
                    public void rows(Consumer<AccountRow> to) {
                        account.forEach(to);
                        meanwhile.run();
                    }

                    @Override
                    public void complete(Writing writing, boolean isFirst) {
                        // Nothing more.
                    }
                });
    }

    @Test
    void anAccountThatComesTakesTheNextRevision() {
        take(anAccount(), () -> {});
        try (PostgresDatabase database = database();
                Session session = database.reader()) {
            assertThat(Changes.between(session, 0, Long.MAX_VALUE))
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.revision()).isEqualTo(1);
                        assertThat(change.touched()).containsExactly(ACCOUNT);
                    });
            assertThat(Changes.revision(session)).isEqualTo(1);
        }
    }

    @Test
    void aStoreThatIsOpenedMeanwhileWaitsForTheAccount() throws Exception {
        CompletableFuture<Long> revision = new CompletableFuture<>();
        take(anAccount(), () -> {
            Thread.ofPlatform().daemon().start(() -> {
                try (SqlStore store = SqlStore.open(database(), KEY)) {
                    revision.complete(store.changes().latest());
                } catch (RuntimeException e) {
                    revision.completeExceptionally(e);
                }
            });
            assertThatThrownBy(() -> revision.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        });
        assertThat(revision.get(1, TimeUnit.MINUTES)).isEqualTo(1);
    }

    @Test
    void anAccountDoesNotComeWhileAServerRuns() {
        List<AccountRow> account = anAccount();
        try (SqlStore store = SqlStore.open(database(), KEY)) {
            assertThatThrownBy(() -> take(account, () -> {}))
                    .isInstanceOf(OpenFailure.class)
                    .hasMessageContaining("is in use: stop every server of it");
            assertThat(store.<Boolean>read(reading -> reading.accounts().all().isEmpty()))
                    .isTrue();
        }
    }

    @Test
    void theTablesOfServersOfAnOlderVersionStayAsTheyAre() {
        int latest = SqliteDatabase.MIGRATIONS.scripts().size();
        try (SqlStore store = SqlStore.open(database(), KEY)) {
            insert(store, account(ACCOUNT));
            assertThat(rowsOf(database())).isNotEmpty();

            setVersion(latest - 1);
            assertThatThrownBy(() -> rowsOf(database()))
                    .isInstanceOf(OpenFailure.class)
                    .hasMessageEndingWith(
                            " has version " + (latest - 1) + ", and servers of an older Claviger use it: run"
                                    + " the Claviger that they are of, or stop them");
            setVersion(latest);
        }
    }

    private void setVersion(int version) {
        try (PostgresDatabase database = database();
                Session session = database.writer()) {
            session.run("UPDATE schema_version SET version = ?", version);
        }
    }
}
