package io.claviger.storage.postgres;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.User;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.commit.SharedDatabase.Undone;
import io.claviger.storage.commit.SqlStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two stores on one database, which a newer build brings to its version meanwhile. */
class NewerBuildTest extends SeveralStoresContract {

    /** PostgreSQL keeps a plan for a statement that came more often than this, and refuses it once a column is added. */
    private static final int UNTIL_PLANNED = 10;

    private static final int SESSIONS = 3;

    private static Optional<User> named(SqlStore store, String name) {
        return store.read(reading -> reading.users().named(ACCOUNT, name));
    }

    @Test
    void readsGoOnAlthoughThePlansOfTheirStatementsAreStale() throws Exception {
        insert(one, user("u"));
        CyclicBarrier all = new CyclicBarrier(SESSIONS);
        try (ExecutorService threads = Executors.newFixedThreadPool(SESSIONS)) {
            List<Future<?>> planned = List.of(
                    threads.submit(() -> readAtOnce(all)),
                    threads.submit(() -> readAtOnce(all)),
                    threads.submit(() -> readAtOnce(all)));
            for (Future<?> each : planned) {
                each.get();
            }
        }
        assertThat(one.connections().orElseThrow().reading().idle()).isGreaterThanOrEqualTo(SESSIONS);
        LaterVersion.make(url);
        for (int i = 0; i < UNTIL_PLANNED; i++) {
            assertThat(named(one, "u")).contains(user("u"));
        }
    }

    private int readAtOnce(CyclicBarrier all) throws Exception {
        for (int i = 0; i < UNTIL_PLANNED; i++) {
            Optional<User> _ = one.read(reading -> {
                try {
                    all.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return reading.users().named(ACCOUNT, "u");
            });
        }
        return UNTIL_PLANNED;
    }

    @Test
    void writesGoOnAndAreDoneOnce() {
        for (int i = 0; i < UNTIL_PLANNED; i++) {
            rename("before" + i);
        }
        LaterVersion.make(url);
        long before = one.changes().latest();
        rename("after");
        assertThat(one.changes().latest()).isEqualTo(before + 2);
        assertThat(users(other)).isZero();
        assertThat(one.connections().orElseThrow().conflicts().count(Undone.STALE_PLAN))
                .isPositive();
    }

    /** Reads in the transaction that writes. */
    private void rename(String name) {
        insert(one, user(name));
        one.write(writing -> {
            User found = writing.users().named(ACCOUNT, name).orElseThrow();
            writing.delete(found);
            return found;
        });
    }

    @Test
    void theOtherStillSeesWhatOneWrites() throws Exception {
        insert(one, user("u"));
        await(() -> named(other, "u").isPresent());
        LaterVersion.make(url);
        delete(one, user("u"));
        long latest = one.changes().latest();
        await(() -> other.changes().latest() == latest);
        assertThat(named(other, "u")).isEmpty();
        assertThat(one.isCurrent()).isTrue();
        assertThat(other.isCurrent()).isTrue();
    }

    @Test
    void aBuildThatStartsNowIsRefusedAndThoseThatRunGoOn() {
        LaterVersion.make(url);
        assertThatThrownBy(() -> open(url))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining("run the newer Claviger that wrote it");
        insert(one, user("u"));
        assertThat(named(one, "u")).isPresent();
        assertThat(one.isReady()).isTrue();
    }
}
