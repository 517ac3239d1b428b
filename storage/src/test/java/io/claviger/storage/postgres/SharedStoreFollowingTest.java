package io.claviger.storage.postgres;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.User;
import io.claviger.iam.store.FreshCache;
import io.claviger.iam.store.FreshCache.Loaded;
import io.claviger.storage.sql.Session;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
