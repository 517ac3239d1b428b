package io.claviger.iam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeLogTest {

    private static ChangeLog logAt(long revision) {
        return new ChangeLog(revision);
    }

    private static Change touching(long revision, String... ids) {
        return new Change(revision, Set.of(ids));
    }

    @Test
    void beginsAtTheRevisionOfTheStoreAndFollowsItsChanges() {
        ChangeLog log = logAt(7);
        assertThat(log.latest()).isEqualTo(7);
        log.append(touching(8, "a"));
        assertThat(log.latest()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 9, 0, -1})
    void refusesAChangeThatDoesNotFollowTheLatest(long revision) {
        ChangeLog log = logAt(7);
        assertThatThrownBy(() -> log.append(touching(revision, "a"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(log.latest()).isEqualTo(7);
    }

    @Test
    void aValueHoldsUntilALaterChangeTouchesADependency() {
        ChangeLog log = logAt(0);
        log.append(touching(1, "a"));
        log.append(touching(2, "b", "c"));
        log.append(touching(3, "d"));
        List<String> dependencies = List.of("x", "c");
        assertThat(log.holds(dependencies, 0, 1)).isTrue();
        assertThat(log.holds(dependencies, 0, 2)).isFalse();
        assertThat(log.holds(dependencies, 1, 3)).isFalse();
        assertThat(log.holds(dependencies, 2, 3))
                .as("the change itself was seen")
                .isTrue();
        assertThat(log.holds(dependencies, 3, 3)).isTrue();
        assertThat(log.holds(List.of(), 0, 3)).isTrue();
    }

    @Test
    void whatIsOlderThanTheKeptChangesIsStale() {
        ChangeLog log = logAt(0);
        for (long revision = 1; revision <= ChangeLog.CAPACITY; revision++) {
            log.append(touching(revision, "a"));
        }
        assertThat(log.holds(List.of("b"), 0, ChangeLog.CAPACITY)).isTrue();
        log.append(touching(ChangeLog.CAPACITY + 1, "a"));
        assertThat(log.holds(List.of("b"), 0, ChangeLog.CAPACITY + 1)).isFalse();
        assertThat(log.holds(List.of("b"), 0, ChangeLog.CAPACITY))
                .as("the first change was overwritten")
                .isFalse();
        assertThat(log.holds(List.of("b"), 1, ChangeLog.CAPACITY + 1)).isTrue();
    }

    @Test
    void afterAGapEverythingOfBeforeItIsStale() {
        ChangeLog log = logAt(0);
        log.append(touching(1, "a"));
        log.skipTo(3);
        assertThat(log.latest()).isEqualTo(3);
        assertThat(log.holds(List.of("b"), 1, 3)).isFalse();
        assertThat(log.holds(List.of("b"), 0, 3)).isFalse();
        log.append(touching(4, "a"));
        assertThat(log.holds(List.of("b"), 3, 4)).isTrue();
        assertThat(log.holds(List.of("b"), 2, 4)).isFalse();
        assertThatThrownBy(() -> log.skipTo(3)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The ring goes round: what stands in a slot of the gap is of another revision. */
    @Test
    void afterAGapAsLongAsTheRingEverythingOfBeforeItIsStale() {
        ChangeLog log = logAt(0);
        for (long revision = 1; revision <= 10; revision++) {
            log.append(touching(revision, "a"));
        }
        log.skipTo(ChangeLog.CAPACITY + 8L);
        assertThat(log.holds(List.of("b"), 10, ChangeLog.CAPACITY + 8L)).isFalse();
    }

    @Test
    void whatIsOlderThanTheLogIsStale() {
        ChangeLog log = logAt(100);
        log.append(touching(101, "a"));
        assertThat(log.holds(List.of("b"), 99, 101)).isFalse();
        assertThat(log.holds(List.of("b"), 100, 101)).isTrue();
    }

    @Test
    void copiesTheIdsOfAChange() {
        Set<String> ids = new HashSet<>(Set.of("a"));
        Change change = new Change(1, ids);
        ids.add("b");
        assertThat(change.touched()).containsExactly("a");
    }

    /** Every seventh change touches what the readers depend on: whoever looks past one must be told so. */
    @Test
    void aReaderBesideTheWriterNeverMissesAChange() throws Exception {
        ChangeLog log = logAt(0);
        AtomicBoolean wrong = new AtomicBoolean();
        AtomicBoolean done = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            long seen = 0;
            while (!done.get()) {
                long now = log.latest();
                boolean untouched = now / 7 == seen / 7;
                if (log.holds(List.of("mine"), seen, now) && !untouched) {
                    wrong.set(true);
                }
                seen = now;
            }
        });
        reader.start();
        for (long revision = 1; revision <= 20L * ChangeLog.CAPACITY; revision++) {
            log.append(touching(revision, revision % 7 == 0 ? "mine" : "other"));
        }
        done.set(true);
        reader.join();
        assertThat(wrong).isFalse();
    }
}
