package io.claviger.storage.commit;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.key;
import static io.claviger.storage.Samples.user;
import static io.claviger.storage.commit.Works.insertAll;
import static io.claviger.storage.commit.Works.inserting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.StoreFailure;
import io.claviger.iam.store.Writing;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Changes.Touch;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sqlite.SqliteMemory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        new WriteBatch(database, writers, new ChangeFeed(log, _ -> {})).run(() -> List.of(works));
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
    void worksRunOnceUnlessOneThatWroteHasToBeUndone() {
        AtomicInteger runs = new AtomicInteger();
        PendingWrite<Long> counted = counting(runs, writing -> insertAll(writing, user("a")));
        PendingWrite<Long> refused = new PendingWrite<>(_ -> {
            throw new UnsupportedOperationException("it only looked");
        });
        run(counted, refused);
        assertThat(counted.result()).isEqualTo(1);
        assertThat(runs).hasValue(1);

        PendingWrite<Long> again = counting(runs, writing -> insertAll(writing, user("b")));
        PendingWrite<Long> undone = new PendingWrite<>(writing -> {
            insertAll(writing, user("c"));
            throw new UnsupportedOperationException("it had written");
        });
        run(again, undone);
        assertThat(again.result()).isEqualTo(2);
        assertThatThrownBy(undone::result).isInstanceOf(UnsupportedOperationException.class);
        assertThat(runs).hasValue(3);

        PendingWrite<Long> alone = counting(runs, writing -> {
            insertAll(writing, user("d"));
            throw new UnsupportedOperationException("it had written, and nobody waits");
        });
        run(alone);
        assertThatThrownBy(alone::result).isInstanceOf(UnsupportedOperationException.class);
        assertThat(runs).hasValue(4);
        assertThat(session.exists("SELECT 1 FROM iam_user WHERE name_key = 'd'"))
                .isFalse();
        assertThat(log.latest()).isEqualTo(3);
    }

    private static PendingWrite<Long> counting(AtomicInteger runs, Function<Writing, Long> work) {
        return new PendingWrite<>(writing -> {
            runs.incrementAndGet();
            return work.apply(writing);
        });
    }

    /** SQLite ends the transaction by itself after some failures; what follows would be written at once. */
    @Test
    void aWorkThatGoesOnAfterTheDatabaseEndedTheTransactionIsRefusedAndItsNeighboursStand() {
        session.run("CREATE TRIGGER ends BEFORE INSERT ON owner WHEN new.id = 'AIDAEND' BEGIN"
                + " SELECT RAISE(ROLLBACK, 'it ends here'); END");
        PendingWrite<Long> before = inserting(user("a"));
        PendingWrite<Long> ended = new PendingWrite<>(writing -> {
            insertAll(writing, user("b"));
            try {
                writing.touch(
                        new Touch(ACCOUNT, "AIDAEND"),
                        open -> open.run("INSERT INTO owner (account_id, id) VALUES (?, ?)", ACCOUNT, "AIDAEND"));
            } catch (StoreFailure e) {
                return 0L;
            }
            return 1L;
        });
        PendingWrite<Long> after = inserting(user("c"));
        run(before, ended, after);

        // The savepoint went with the transaction, so nothing of the batch can be relied upon.
        for (PendingWrite<Long> work : List.of(before, ended, after)) {
            assertThatThrownBy(work::result).isInstanceOf(StoreFailure.class);
        }
        assertThat(session.exists("SELECT 1 FROM iam_user")).isFalse();
        assertThat(log.latest()).isEqualTo(1);
    }

    /** What a failed statement read is not known, so nothing may be built upon it. */
    @Test
    void aWorkThatGoesOnAfterAReadFailedIsRefusedWhole() {
        PendingWrite<Long> blind = new PendingWrite<>(writing -> {
            session.run("ALTER TABLE access_key RENAME TO hidden");
            try {
                writing.keys().byId("AKIA1").ifPresent(_ -> {});
            } catch (StoreFailure e) {
                return insertAll(writing, user("b"));
            }
            return 0L;
        });
        PendingWrite<Long> other = inserting(user("a"));
        run(blind, other);
        assertThatThrownBy(blind::result).isInstanceOf(StoreFailure.class);
        assertThat(other.result()).isEqualTo(1);
        assertThat(session.exists("SELECT 1 FROM access_key")).isFalse();
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

    private List<String> changeRows() {
        return session.list(
                "SELECT revision || ' ' || entity_id || ' ' || account_id FROM change ORDER BY revision, entity_id",
                row -> row.getString(1));
    }
}
