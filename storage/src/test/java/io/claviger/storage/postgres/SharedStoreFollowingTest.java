package io.claviger.storage.postgres;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.update;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.EntityMemory;
import io.claviger.iam.store.FreshCache;
import io.claviger.iam.store.FreshCache.Loaded;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sql.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How one store learns what another one of the same database wrote. */
class SharedStoreFollowingTest extends SeveralStoresContract {

    @Test
    void theOtherOnesCacheForgetsWhatWasChanged() throws Exception {
        FreshCache<String, User> cache = new FreshCache<>(other.changes(), 10);
        insert(one, user("u"));
        assertThat(cached(cache)).isPresent();
        delete(one, user("u"));
        await(() -> cached(cache).isEmpty());
        assertThat(other.isCurrent()).isTrue();
    }

    /** Looks that nobody announced come every two and a half minutes only. */
    @Test
    void anAnnouncementIsEnoughEvenThatOfAnEarlierBuild() throws Exception {
        try (Session session = RealPostgres.shared().session(url.database())) {
            SqlStore slow = open(url, Duration.ofMinutes(10));
            insert(one, user("u"));
            await(() -> slow.changes().latest() == one.changes().latest());

            long revision = slow.changes().latest();
            session.run("UPDATE revision SET number = number + 1");
            session.run("NOTIFY claviger_change");
            await(() -> slow.changes().latest() == revision + 1);

            Thread closing = Thread.startVirtualThread(slow::close);
            while (closing.isAlive()) {
                session.run("NOTIFY claviger_change");
                Thread.sleep(5);
            }
        }
    }

    /** Anybody who can connect to the database can announce. */
    @ParameterizedTest
    @ValueSource(
            strings = {"next", "9223372036854775806", "9223372036854775807", "-1", "no number", "9223372036854775808"})
    void anAnnouncementOfWhatWasNotCommittedChangesNothing(String announced) throws Exception {
        long latest = one.changes().latest();
        try (Session session = RealPostgres.shared().session(url.database())) {
            session.run("NOTIFY claviger_change, '" + (announced.equals("next") ? latest + 1 : announced) + "'");
        }
        FreshCache<String, User> cache = new FreshCache<>(other.changes(), 10);
        insert(one, user("u"));
        assertThat(cached(cache)).isPresent();
        delete(one, user("u"));
        await(() -> cached(cache).isEmpty());
        insert(other, user("v"));
        assertThat(other.changes().latest()).isEqualTo(latest + 3);
    }

    @Test
    void aDatabaseThatLostCommitsIsNotServedFrom() throws Exception {
        insert(one, user("u"));
        await(() -> other.changes().latest() == one.changes().latest());
        try (Session session = RealPostgres.shared().session(url.database())) {
            session.run("UPDATE revision SET number = number - 1");
        }
        assertThatThrownBy(() -> insert(other, user("v"))).hasMessageContaining("has lost commits");
        await(() -> !other.isCurrent());
    }

    /** Whoever was judged is looked up again if another process has written it since. */
    @Test
    void whatIsRememberedIsAsTheOtherOneLeftIt() throws Exception {
        insert(one, user("u"), user("w"));
        await(() -> other.changes().latest() == one.changes().latest());
        EntityMemory memory = new Memory(other, user("u"));
        assertThat(path(memory)).isEqualTo("/remembered/");
        update(one, user("w").renamed("w", "/elsewhere/"));
        assertThat(path(memory)).isEqualTo("/remembered/");
        delete(one, user("u"));
        insert(one, user("u"));
        assertThat(path(memory)).isEqualTo("/");
    }

    private String path(EntityMemory memory) {
        return other.write(
                memory,
                writing -> writing.users().named(ACCOUNT, "u").orElseThrow().path());
    }

    /** Remembers a user, with a path that shows it, as long as no change of the store's has touched it. */
    private record Memory(SqlStore store, User user, long since) implements EntityMemory {

        Memory(SqlStore store, User user) {
            this(store, user.renamed("u", "/remembered/"), store.changes().latest());
        }

        @Override
        public Optional<User> user(String accountId, String name) {
            return Optional.of(user)
                    .filter(_ -> store.changes()
                            .holds(user.touches(), since, store.changes().latest()));
        }

        @Override
        public Optional<Role> role(String accountId, String name) {
            return Optional.empty();
        }
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

    /** A process that stands still while it holds the row of the revision. */
    @Test
    void aProcessThatStandsStillDoesNotKeepOthersFromWriting() {
        try (PostgresHolding holding = PostgresHolding.of(url)) {
            insert(other, user("u"));
            assertThat(holding.isEnded()).isTrue();
        }
    }
}
