package io.claviger.storage.commit;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.key;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.Entity;
import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.StoreFailure;
import io.claviger.iam.store.Writing;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sqlite.SqliteFile;
import io.claviger.storage.sqlite.SqliteMemory;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteBatchTest {

    private final Database database = new SqliteMemory();
    private final Session session = database.writer();
    private final SessionPool writers = new SessionPool(1, () -> session);
    private ChangeLog log = new ChangeLog(0);

    @BeforeEach
    void migrateAndAddAnAccount() {
        database.migrate(session);
        run(inserting(account(ACCOUNT)));
    }

    @AfterEach
    void close() {
        writers.close();
    }

    private void run(PendingWrite<?>... works) {
        new WriteBatch(database, writers, new ChangeFeed(log, _ -> {})).run(List.of(works));
    }

    private static PendingWrite<Long> inserting(Entity... entities) {
        return new PendingWrite<>(writing -> insertAll(writing, entities));
    }

    private static long insertAll(Writing writing, Entity... entities) {
        for (Entity entity : entities) {
            writing.insert(entity);
        }
        return writing.accounts().count(ACCOUNT, Counted.USERS);
    }

    @Test
    void aWorkReadsWhatEarlierOnesOfItsBatchWroteButNothingOfThoseThatFailed() {
        PendingWrite<Long> first = inserting(user("a"));
        PendingWrite<Long> thrown = new PendingWrite<>(writing -> {
            insertAll(writing, user("b"));
            throw new UnsupportedOperationException("no b");
        });
        PendingWrite<Long> refused = inserting(user("c"), user("A"));
        PendingWrite<Long> reading =
                new PendingWrite<>(writing -> writing.accounts().count(ACCOUNT, Counted.USERS));
        PendingWrite<Long> last = inserting(user("d"));
        run(first, thrown, refused, reading, last);

        assertThat(first.result()).isEqualTo(1);
        assertThatThrownBy(thrown::result).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(refused::result).isInstanceOf(StoreFailure.class);
        assertThat(reading.result()).isEqualTo(1);
        assertThat(last.result()).isEqualTo(2);
        assertThat(log.latest()).isEqualTo(3);
        assertThat(changeRows())
                .containsExactly(
                        "1 " + ACCOUNT + " " + ACCOUNT,
                        "2 " + user("a").id() + " " + ACCOUNT,
                        "3 " + user("d").id() + " " + ACCOUNT);
        assertThat(log.holds(Set.of(user("a").id()), 2, 3)).isTrue();
        assertThat(log.holds(Set.of(user("d").id()), 2, 3)).isFalse();
    }

    @Test
    void aCommitThatFailsFailsEveryWorkOfItsBatchAndLeavesNothing() {
        run(inserting(user("a"), key("AKIA1", user("a"))));
        long revision = log.latest();
        PendingWrite<Long> good = inserting(user("b"));
        PendingWrite<Long> thrown = new PendingWrite<>(_ -> {
            throw new UnsupportedOperationException("what it saw was never committed");
        });
        // The database is told to look for orphans only when it commits, and is given one.
        PendingWrite<Long> poisoned = new PendingWrite<>(writing -> {
            session.run("PRAGMA defer_foreign_keys = ON");
            session.run("DELETE FROM iam_user");
            session.run("DELETE FROM owner");
            return 0L;
        });
        run(good, thrown, poisoned);

        for (PendingWrite<Long> work : List.of(good, thrown, poisoned)) {
            assertThatThrownBy(work::result)
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("Nothing was written");
        }
        assertThat(log.latest()).isEqualTo(revision);
        assertThat(Changes.revision(session)).isEqualTo(revision);

        PendingWrite<Long> next = inserting(user("b"));
        run(next);
        assertThat(next.result()).isEqualTo(2);
        assertThat(log.latest()).isEqualTo(revision + 1);
    }

    @Test
    void keepsTheChangesOfTheLastHundredThousandRevisions() {
        session.run("DELETE FROM change");
        for (long revision : new long[] {1, 101_000, 101_001, 200_999}) {
            session.run("INSERT INTO change (revision, entity_id, account_id) VALUES (?, 'x', 'y')", revision);
        }
        session.run("UPDATE revision SET number = 200999");
        log = new ChangeLog(200_999);
        run(inserting(user("a")));
        assertThat(session.list("SELECT revision FROM change ORDER BY revision", row -> row.getLong(1)))
                .containsExactly(101_001L, 200_999L, 201_000L);
    }

    @Test
    void aDatabaseThatAnotherProgramWroteToFailsTheBatchAndKeepsItsRevision() {
        session.run("UPDATE revision SET number = 7");
        PendingWrite<Long> work = inserting(user("a"));
        run(work);
        assertThatThrownBy(work::result)
                .isInstanceOf(StoreFailure.class)
                .hasMessage("Nothing was written: The database in memory was written by another program");
        assertThat(log.latest()).isEqualTo(1);
        assertThat(Changes.revision(session)).isEqualTo(7);
        assertThat(session.exists("SELECT 1 FROM iam_user")).isFalse();
    }

    @Test
    void aSessionOnWhichABatchFailedIsReplaced(@TempDir Path directory) {
        List<Session> opened = new ArrayList<>();
        try (Database file = SqliteFile.in(directory.resolve("data"));
                SessionPool sessions = new SessionPool(1, () -> {
                    opened.add(file.writer());
                    return opened.getLast();
                })) {
            Session first = sessions.borrow();
            file.migrate(first);
            first.run("UPDATE revision SET number = 7");
            sessions.giveBack(first);
            WriteBatch batch = new WriteBatch(file, sessions, new ChangeFeed(new ChangeLog(0), _ -> {}));
            batch.run(List.of(inserting(account(ACCOUNT))));
            assertThatThrownBy(() -> first.run("SELECT 1")).isInstanceOf(StoreFailure.class);

            Session second = sessions.borrow();
            second.run("UPDATE revision SET number = 0");
            sessions.giveBack(second);
            PendingWrite<Long> next = inserting(account(ACCOUNT));
            batch.run(List.of(next));
            assertThat(next.result()).isZero();
            assertThat(opened).containsExactly(first, second);
        }
    }

    @Test
    void aCommitThatFailedButReachedTheDiskIsCaughtUpWith(@TempDir Path directory) throws SQLException {
        Path data = directory.resolve("data");
        try (Database file = SqliteFile.in(data);
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("claviger.db"));
                Session lying = new Session(failingAfterTheCommit(connection))) {
            try (Session first = file.writer()) {
                file.migrate(first);
            }
            Iterator<Session> opened = List.of(lying, file.writer()).iterator();
            try (SessionPool sessions = new SessionPool(1, opened::next)) {
                ChangeLog changes = new ChangeLog(0);
                WriteBatch batch = new WriteBatch(file, sessions, new ChangeFeed(changes, _ -> {}));
                PendingWrite<Long> unsure = inserting(account(ACCOUNT));
                batch.run(List.of(unsure));
                assertThatThrownBy(unsure::result).isInstanceOf(StoreFailure.class);
                assertThat(batch.hasFailed()).isTrue();
                assertThat(changes.latest()).isZero();

                PendingWrite<Long> next = inserting(user("a"));
                batch.run(List.of(next));
                assertThat(next.result()).isEqualTo(1);
                assertThat(batch.hasFailed()).isFalse();
                assertThat(changes.latest()).isEqualTo(2);
                assertThat(changes.holds(Set.of(ACCOUNT), 0, 2))
                        .as("the caches hear of it")
                        .isFalse();
            }
        }
    }

    /** As a disk whose cache kept what it said that it could not. */
    private static Connection failingAfterTheCommit(Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (prepared, sql) -> "COMMIT".equals(sql)
                        ? proxy(PreparedStatement.class, (PreparedStatement) prepared, (_, _) -> {
                            throw new SQLException("the disk failed");
                        })
                        : prepared);
    }

    private interface Afterwards {
        Object change(Object result, @Nullable Object argument) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, Afterwards afterwards) {
        return type.cast(Proxy.newProxyInstance(
                WriteBatchTest.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    Object result = method.invoke(real, arguments);
                    return method.getName().matches("prepareStatement|executeUpdate")
                            ? afterwards.change(result, arguments == null ? null : arguments[0])
                            : result;
                }));
    }

    private List<String> changeRows() {
        return session.list(
                "SELECT revision || ' ' || entity_id || ' ' || account_id FROM change ORDER BY revision, entity_id",
                row -> row.getString(1));
    }
}
