package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.User;
import io.claviger.iam.store.FreshCache;
import io.claviger.iam.store.FreshCache.Loaded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** A cache over the store is never behind a write that was acknowledged before the cache was asked. */
interface FreshnessContract extends ContractGround {

    @Test
    default void aCacheNeverGivesWhatAnAcknowledgedWriteHasReplaced() throws Exception {
        int users = 3;
        int rounds = 120;
        FreshCache<String, Integer> cache = new FreshCache<>(store().changes(), 100);
        AtomicIntegerArray acknowledged = new AtomicIntegerArray(users);
        AtomicBoolean done = new AtomicBoolean();
        for (int i = 0; i < users; i++) {
            insert(store(), numbered(i, 0));
        }
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int r = 0; r < 4; r++) {
                readers.add(threads.submit(() -> {
                    int hits = 0;
                    while (!done.get()) {
                        int user = hits++ % users;
                        int known = acknowledged.get(user);
                        assertThat(cached(cache, user)).isGreaterThanOrEqualTo(known);
                    }
                    return hits;
                }));
            }
            List<Future<Integer>> writers = new ArrayList<>();
            for (int u = 0; u < users; u++) {
                int user = u;
                writers.add(threads.submit(() -> {
                    for (int round = 1; round <= rounds; round++) {
                        update(store(), numbered(user, round));
                        acknowledged.set(user, round);
                        assertThat(cached(cache, user)).isEqualTo(round);
                    }
                    return rounds;
                }));
            }
            try {
                for (Future<Integer> writer : writers) {
                    writer.get();
                }
            } finally {
                done.set(true);
            }
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    private int cached(FreshCache<String, Integer> cache, int user) {
        return cache.get(
                        "u" + user,
                        name -> store().read(reading -> reading.users().named(ACCOUNT, name))
                                .map(found -> new Loaded<>(
                                        Integer.parseInt(found.path().replace("/", "")), Set.of(found.id()))))
                .orElseThrow();
    }

    private static User numbered(int user, int number) {
        return new User(ACCOUNT, "AIDA" + user, "u" + user, "/" + number + "/", NOW, null, List.of());
    }
}
