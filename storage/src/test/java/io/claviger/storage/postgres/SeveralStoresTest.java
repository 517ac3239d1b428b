package io.claviger.storage.postgres;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.key;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.Entity;
import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.commit.Conflicts;
import io.claviger.storage.commit.Connections;
import io.claviger.storage.commit.SharedDatabase.Undone;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two stores on one database, as two nodes have them. */
class SeveralStoresTest extends SeveralStoresContract {

    private static void bothAtOnce(Callable<?> one, Callable<?> other) throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<?> first = threads.submit(one);
            Future<?> second = threads.submit(other);
            first.get();
            second.get();
        }
    }

    /** Each work takes the number of users, and adds one: two works that did not see each other would take the same. */
    @Test
    void worksOfBothTakeEffectOneAfterAnotherAndTakeRevisionsWithoutGaps() throws Exception {
        int works = 80;
        Set<Long> taken = new ConcurrentSkipListSet<>();
        long before = one.changes().latest();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> results = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                SqlStore store = t % 2 == 0 ? one : other;
                String thread = "t" + t + "-";
                results.add(threads.submit(() -> {
                    for (int i = 0; i < works; i++) {
                        User user = user(thread + i);
                        assertThat(taken.add(store.write(writing -> {
                                    long number = writing.accounts().count(ACCOUNT, Counted.USERS);
                                    writing.insert(user);
                                    return number;
                                })))
                                .isTrue();
                        assertThat(store.changes()
                                        .holds(
                                                Set.of(user.id()),
                                                before,
                                                store.changes().latest()))
                                .as("the node that wrote has the change in its log")
                                .isFalse();
                    }
                    return 0;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        }
        assertThat(taken)
                .containsExactlyElementsOf(
                        LongStream.range(0, 8L * works).boxed().toList());
        try (Session session = RealPostgres.shared().session(url.database())) {
            assertThat(session.list(
                            "SELECT DISTINCT revision FROM change WHERE entity_id LIKE 'AIDA%' ORDER BY revision",
                            row -> row.getLong(1)))
                    .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + 8L * works)
                            .boxed()
                            .toList());
        }
        await(() ->
                one.changes().latest() == before + 8L * works && other.changes().latest() == before + 8L * works);
    }

    @Test
    void oneOfTwoWhoWantTheSameNameGetsIt() throws Exception {
        for (int round = 0; round < 40; round++) {
            String name = "u" + round;
            List<Boolean> won = new ArrayList<>();
            bothAtOnce(() -> won(one, name, won), () -> won(other, name, won));
            assertThat(won).containsExactlyInAnyOrder(true, false);
        }
        assertThat(users(one)).isEqualTo(40);
    }

    private static boolean won(SqlStore store, String name, List<Boolean> won) {
        boolean mine;
        try {
            insert(store, user(name));
            mine = true;
        } catch (StoreFailure e) {
            mine = false;
        }
        synchronized (won) {
            won.add(mine);
        }
        return mine;
    }

    /** As CreateAccessKey does: it looks, and then adds. */
    @Test
    void aUserNeverGetsAThirdKey() throws Exception {
        insert(one, user("u"));
        for (int round = 0; round < 25; round++) {
            String first = "AKIA" + round;
            bothAtOnce(
                    () -> {
                        addKey(one, first + "A");
                        return addKey(one, first + "B");
                    },
                    () -> {
                        addKey(other, first + "C");
                        return addKey(other, first + "D");
                    });
            List<Entity> keys = one.read(
                    reading -> List.copyOf(reading.keys().ofOwner(user("u").id())));
            assertThat(keys).hasSize(2);
            delete(other, keys.toArray(Entity[]::new));
        }
    }

    private static boolean addKey(SqlStore store, String id) {
        return store.write(writing -> {
            if (writing.keys().ofOwner(user("u").id()).size() >= 2) {
                return false;
            }
            writing.insert(key(id, user("u")));
            return true;
        });
    }

    @Test
    void aTransactionThatTheDatabaseUndidIsRunAgainAndDoneOnce() {
        try (Session session = RealPostgres.shared().session(url.database())) {
            // The first two rows of users that are added are refused as a database does that cannot serialize.
            session.run("CREATE SEQUENCE attempts");
            session.runScript("""
                    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        IF nextval('attempts') <= 2 THEN
                            RAISE EXCEPTION 'try again' USING ERRCODE = '40001';
                        END IF;
                        RETURN NEW;
                    END $$;
                    CREATE CONSTRAINT TRIGGER refusing AFTER INSERT ON iam_user DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION refuse()""");
        }
        long before = one.changes().latest();
        insert(one, user("u"));
        assertThat(one.changes().latest()).isEqualTo(before + 1);
        assertThat(users(one)).isEqualTo(1);
        Conflicts conflicts = one.connections().orElseThrow().conflicts();
        assertThat(conflicts.count(Undone.SERIALIZATION)).isEqualTo(2);
        assertThat(conflicts.count(Undone.DEADLOCK)).isZero();
        assertThat(conflicts.retries()).isEqualTo(2);
        assertThat(conflicts.inDoubt()).isZero();
    }

    @Test
    void connectionsInUseAreCountedAndSoIsTheWaitForThem() {
        Connections connections = one.connections().orElseThrow();
        List<Long> waits = new CopyOnWriteArrayList<>();
        connections.reading().timing(waits::add);
        int reading = one.read(_ -> connections.reading().used());
        assertThat(reading).isEqualTo(1);
        assertThat(connections.reading().used()).isZero();
        assertThat(connections.reading().idle()).isPositive();
        assertThat(connections.reading().waiting()).isZero();
        assertThat(waits).hasSize(1);
        int writing = one.write(_ -> connections.writing().used());
        assertThat(writing).isEqualTo(1);
    }

    @Test
    void aWorkThatSwallowsARefusedQuestionIsNotCommitted() {
        assertThatThrownBy(() -> one.write(writing -> {
                    writing.insert(user("first"));
                    try {
                        writing.insert(user("first"));
                    } catch (StoreFailure e) {
                        return writing.accounts().count(ACCOUNT, Counted.USERS);
                    }
                    return 0L;
                }))
                .isInstanceOf(StoreFailure.class);
        assertThat(users(other)).isZero();
    }
}
