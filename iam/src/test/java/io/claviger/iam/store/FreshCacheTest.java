package io.claviger.iam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.store.FreshCache.Loaded;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreshCacheTest {

    private final ChangeLog log = new ChangeLog(0);
    private final FreshCache<String, Integer> cache = new FreshCache<>(log, 100);
    private int loads;

    private void change(String... ids) {
        log.append(new Change(log.latest() + 1, Set.of(ids)));
    }

    /** A value that depends on {@code a} and {@code b}, and is loaded as 1, 2, 3, … */
    private int value() {
        return cache.get("key", _ -> Optional.of(new Loaded<>(++loads, Set.of("a", "b"))))
                .orElseThrow();
    }

    @Test
    void loadsOnceAsLongAsNothingChanges() {
        assertThat(value()).isEqualTo(1);
        assertThat(value()).isEqualTo(1);
    }

    @Test
    void keepsAValueThroughChangesOfOtherThings() {
        value();
        for (int i = 0; i < 3 * ChangeLog.CAPACITY; i++) {
            change("other");
            assertThat(value()).isEqualTo(1);
        }
    }

    @Test
    void loadsAnewAfterAChangeOfAnyDependency() {
        value();
        change("a");
        assertThat(value()).isEqualTo(2);
        change("x", "b");
        change("x");
        assertThat(value()).isEqualTo(3);
        assertThat(value()).isEqualTo(3);
    }

    @Test
    void loadsAnewWhenMoreChangedThanTheLogKeeps() {
        value();
        for (int i = 0; i <= ChangeLog.CAPACITY; i++) {
            change("other");
        }
        assertThat(value()).isEqualTo(2);
    }

    @Test
    void doesNotRememberWhatIsNotThere() {
        assertThat(cache.get("key", _ -> Optional.empty())).isEmpty();
        assertThat(value()).isEqualTo(1);
    }

    @Test
    void forgetsAValueThatIsNoMore() {
        value();
        change("a");
        assertThat(cache.get("key", _ -> Optional.empty())).isEmpty();
        assertThat(value()).isEqualTo(2);
    }

    @Test
    void aChangeDuringTheLoadingMakesTheLoadedValueStale() {
        int loaded = cache.get("key", _ -> {
                    change("a");
                    return Optional.of(new Loaded<>(-1, Set.of("a")));
                })
                .orElseThrow();
        assertThat(loaded).isEqualTo(-1);
        assertThat(value()).isEqualTo(1);
    }

    @Test
    void keysDoNotDisturbEachOther() {
        value();
        assertThat(cache.get("another", key -> Optional.of(new Loaded<>(key.length(), Set.of("c")))))
                .contains(7);
        change("c");
        assertThat(value()).isEqualTo(1);
        assertThat(cache.get("another", _ -> Optional.of(new Loaded<>(8, Set.of("c")))))
                .contains(8);
    }

    @Test
    void aLoaderThatThrowsLeavesTheCacheAsItWas() {
        value();
        change("a");
        assertThatThrownBy(() -> cache.get("key", _ -> {
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");
        assertThat(value()).isEqualTo(2);
    }

    @Test
    void heavyValuesLeaveRoomForFewer() {
        FreshCache<Integer, Integer> few = new FreshCache<>(log, 100);
        for (int key = 0; key < 1_000; key++) {
            int value = key;
            few.get(key, _ -> Optional.of(new Loaded<>(value, Set.of("a"), 30)));
        }
        AtomicInteger anew = new AtomicInteger();
        for (int key = 0; key < 1_000; key++) {
            few.get(key, _ -> {
                anew.incrementAndGet();
                return Optional.empty();
            });
        }
        assertThat(1_000 - anew.get()).isBetween(1, 3);
    }

    /** The writer raises a number and logs the change; who asks afterwards must not see less than it had raised to. */
    @Test
    void neverGivesWhatAnEarlierChangeReplaced() throws Exception {
        AtomicLong stored = new AtomicLong();
        AtomicLong acknowledged = new AtomicLong();
        AtomicLong behind = new AtomicLong();
        FreshCache<String, Long> numbers = new FreshCache<>(log, 10);
        Thread writer = new Thread(() -> {
            for (long i = 1; i <= 50_000; i++) {
                stored.set(i);
                change(i % 2 == 0 ? "mine" : "other", "mine too");
                acknowledged.set(i);
            }
        });
        Runnable reading = () -> {
            while (writer.isAlive()) {
                long known = acknowledged.get();
                long seen = numbers.get("n", _ -> Optional.of(new Loaded<>(stored.get(), Set.of("mine too"))))
                        .orElseThrow();
                if (seen < known) {
                    behind.incrementAndGet();
                }
            }
        };
        Thread first = new Thread(reading);
        Thread second = new Thread(reading);
        writer.start();
        first.start();
        second.start();
        writer.join();
        first.join();
        second.join();
        assertThat(behind).hasValue(0);
    }
}
