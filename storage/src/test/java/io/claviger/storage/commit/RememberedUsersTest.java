package io.claviger.storage.commit;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.key;
import static io.claviger.storage.Samples.user;
import static io.claviger.storage.commit.Works.inserting;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.EntityMemory;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sqlite.SqliteMemory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a work's caller remembers stands for what the database has. The remembered user's path shows which of them it is. */
class RememberedUsersTest {

    private final Database database = new SqliteMemory();
    private final Session session = database.writer();
    private final SessionPool writers = new SessionPool(1, () -> session);
    private final WriteBatch batch = new WriteBatch(database, writers, new ChangeFeed(new ChangeLog(0), _ -> {}));
    private final User remembered = user("a").renamed("a", "/remembered/");

    @BeforeEach
    void migrateAndAddAUser() {
        database.migrate(session);
        batch.run(() -> List.of(inserting(account(ACCOUNT), user("a"))));
    }

    @AfterEach
    void close() {
        writers.close();
    }

    @Test
    void aRememberedUserStandsForTheDatabasesUntilAWorkOfTheBatchWritesIt() {
        PendingWrite<String> before = path();
        PendingWrite<Long> other = inserting(key("AKIA1", user("a")));
        PendingWrite<String> between = path();
        PendingWrite<Long> written = new PendingWrite<>(writing -> {
            writing.update(user("a").renamed("a", "/written/"));
            return 1L;
        });
        PendingWrite<String> after = path();

        batch.run(() -> List.of(before, other, between, written, after));

        assertThat(List.of(before.result(), between.result(), after.result()))
                .containsExactly("/remembered/", "/remembered/", "/written/");
    }

    @Test
    void aUserThatIsMadeAgainOrABatchThatRunsAgainIsNotRemembered() {
        PendingWrite<Long> remade = new PendingWrite<>(writing -> {
            writing.delete(user("a"));
            writing.insert(user("a"));
            return 1L;
        });
        PendingWrite<Long> broken = new PendingWrite<>(writing -> {
            writing.insert(key("AKIA2", user("a")));
            throw new UnsupportedOperationException("half done");
        });
        PendingWrite<String> after = path();

        batch.run(() -> List.of(remade, broken, after));

        assertThat(after.result()).isEqualTo("/");
    }

    private PendingWrite<String> path() {
        EntityMemory memory = new EntityMemory() {
            @Override
            public Optional<User> user(String accountId, String name) {
                return Optional.of(remembered);
            }

            @Override
            public Optional<Role> role(String accountId, String name) {
                return Optional.empty();
            }
        };
        return new PendingWrite<>(
                memory,
                writing -> writing.users().named(ACCOUNT, "a").orElseThrow().path());
    }
}
