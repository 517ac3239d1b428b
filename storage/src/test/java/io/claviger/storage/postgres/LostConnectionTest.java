package io.claviger.storage.postgres;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.store.Counted;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sql.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that goes away, and what each side knows then. */
class LostConnectionTest {

    private static final SealingKey KEY =
            new SealingKey.Given(Base64.getEncoder().encodeToString(new byte[32]));

    /** With the byte that ends a text in the protocol: a transaction's beginning has the word as well. */
    private static final String COMMIT = "COMMIT\0";

    private RealPostgres server;
    private CuttingProxy proxy;
    private PostgresUrl url;
    private SqlStore store;

    @BeforeEach
    void open() throws Exception {
        server = RealPostgres.start();
        url = server.newDatabase();
        proxy = new CuttingProxy(server.port());
        store = SqlStore.open(
                new PostgresDatabase(
                        new PostgresUrl(
                                RealPostgres.USER,
                                List.of(new PostgresUrl.Host("127.0.0.1", proxy.port())),
                                url.database(),
                                Map.of()),
                        Optional.empty()),
                KEY,
                Duration.ofSeconds(1));
        insert(store, account(ACCOUNT));
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        proxy.close();
        server.stop();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("what is awaited comes").isBefore(deadline);
            Thread.sleep(5);
        }
    }

    private long users() {
        return store.read(reading -> reading.accounts().count(ACCOUNT, Counted.USERS));
    }

    @Test
    void afterARestartOfTheDatabaseTheNextReadAndWriteFindItAgain() throws Exception {
        assertThat(users()).isZero();
        server.stop();
        await(() -> !store.isCurrent());
        assertThat(store.isReady()).isFalse();
        assertThatThrownBy(() -> insert(store, user("u"))).isInstanceOf(StoreFailure.class);
        server.resume();
        insert(store, user("u"));
        assertThat(users()).isEqualTo(1);
        await(store::isCurrent);
        assertThat(store.isReady()).isTrue();
    }

    @Test
    void afterARestartOfTheDatabaseAReadOfOneAnswerFindsItAgain() throws Exception {
        assertThat(users()).isZero();
        server.stop();
        server.resume();
        assertThat(store.<Boolean>readOne(
                        reading -> reading.users().named(ACCOUNT, "u").isPresent()))
                .isFalse();
    }

    /** The database has committed, and its answer is lost: it is asked, and the write stands. */
    @Test
    void aCommitWhoseAnswerWasLostIsFoundAndAcknowledged() {
        long before = store.changes().latest();
        proxy.loseTheAnswerTo(COMMIT);
        insert(store, user("u"));
        assertThat(proxy.hasCut()).isTrue();
        assertThat(store.changes().latest()).isEqualTo(before + 1);
        assertThat(users()).isEqualTo(1);
        assertThat(store.connections().orElseThrow().conflicts().inDoubt()).isEqualTo(1);
    }

    /** The commit never came to the database: it is asked, and the write is refused and does not come to be later. */
    @Test
    void aCommitThatWasLostOnItsWayIsRefusedForGood() {
        long before = store.changes().latest();
        proxy.loseOnItsWay(COMMIT);
        assertThatThrownBy(() -> insert(store, user("u")))
                .isInstanceOf(StoreFailure.class)
                .hasMessageStartingWith("Nothing was written: ");
        assertThat(proxy.hasCut()).isTrue();
        assertThat(users()).isZero();
        assertThat(store.changes().latest()).isEqualTo(before);
        insert(store, user("u"));
        assertThat(store.changes().latest()).isEqualTo(before + 1);
    }

    /** A cut of the network while somebody else writes: nothing is served that has changed meanwhile. */
    @Test
    void whoWasCutOffIsNotCurrentUntilItHasSeenWhatItMissed() throws Exception {
        proxy.cutOff();
        await(() -> !store.isCurrent());
        long revision = store.changes().latest() + 1;
        try (Session session = server.session(url.database())) {
            session.run("BEGIN");
            session.run("UPDATE revision SET number = " + revision);
            session.run("INSERT INTO change (revision, entity_id, account_id) VALUES (" + revision + ", 'x', 'y')");
            session.run("COMMIT");
        }
        assertThat(store.isCurrent()).isFalse();
        assertThat(store.changes().latest()).isLessThan(revision);
        proxy.letThrough();
        await(store::isCurrent);
        assertThat(store.changes().latest()).isEqualTo(revision);
    }
}
