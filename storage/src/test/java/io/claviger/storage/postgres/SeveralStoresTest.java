package io.claviger.storage.postgres;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.key;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.Entity;
import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.FreshCache;
import io.claviger.iam.store.FreshCache.Loaded;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sql.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two stores on one database, as two nodes have them. */
class SeveralStoresTest {

    private static final SealingKey KEY =
            new SealingKey.Given(Base64.getEncoder().encodeToString(new byte[32]));
    private static final Duration BOUND = Duration.ofSeconds(1);

    private PostgresUrl url;
    private SqlStore one;
    private SqlStore other;

    @BeforeEach
    void open() {
        url = RealPostgres.shared().newDatabase();
        one = open(url);
        other = open(url);
        insert(one, account(ACCOUNT));
    }

    private static SqlStore open(PostgresUrl url) {
        return SqlStore.open(new PostgresDatabase(url, Optional.empty()), KEY, BOUND);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("what is awaited comes").isBefore(deadline);
            Thread.sleep(5);
        }
    }

    private static long users(SqlStore store) {
        return store.read(reading -> reading.accounts().count(ACCOUNT, Counted.USERS));
    }

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
    void theOtherOnesCacheForgetsWhatWasChanged() throws Exception {
        FreshCache<String, User> cache = new FreshCache<>(other.changes(), 10);
        insert(one, user("u"));
        assertThat(cached(cache)).isPresent();
        delete(one, user("u"));
        await(() -> cached(cache).isEmpty());
        assertThat(other.isCurrent()).isTrue();
    }

    private Optional<User> cached(FreshCache<String, User> cache) {
        return cache.get(
                "u",
                name -> other.read(reading -> reading.users().named(ACCOUNT, name))
                        .map(user -> new Loaded<>(user, Set.of(user.id()))));
    }

    @Test
    void aCommitThatNobodyWasWokenByIsFoundAllTheSame() throws Exception {
        long revision = one.changes().latest() + 1;
        try (Session session = RealPostgres.shared().session(url.database())) {
            session.run("BEGIN");
            session.run("UPDATE revision SET number = " + revision);
            session.run("INSERT INTO change (revision, entity_id, account_id) VALUES (" + revision + ", 'x', 'y')");
            session.run("COMMIT");
        }
        await(() -> other.changes().latest() == revision);
        assertThat(other.changes().holds(Set.of("x"), revision - 1, revision)).isFalse();
        assertThat(other.changes().holds(Set.of("z"), revision - 1, revision)).isTrue();
    }

    /** As if it had slept until the rows were removed. */
    @Test
    void whoSleptLongerThanTheRowsAreKeptReadsEverythingAgain() throws Exception {
        long before = one.changes().latest();
        try (Session session = RealPostgres.shared().session(url.database())) {
            session.run("UPDATE revision SET number = " + (before + 5));
        }
        await(() -> other.changes().latest() == before + 5);
        assertThat(other.changes().holds(Set.of("nothing that was touched"), before, before + 5))
                .isFalse();
        insert(other, user("u"));
        assertThat(other.changes().latest()).isEqualTo(before + 6);
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

    /** A process that stands still while it holds the row of the revision. */
    @Test
    void aProcessThatStandsStillDoesNotKeepOthersFromWriting() {
        try (PostgresHolding holding = PostgresHolding.of(url)) {
            insert(other, user("u"));
            assertThat(holding.isEnded()).isTrue();
        }
    }
}
