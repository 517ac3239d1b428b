package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.group;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Readers and writers of many threads at once. */
interface ManyThreadsContract extends ContractGround {

    /** A user and a group always come and go together; a reader that sees one without the other saw two states. */
    @Test
    default void aReaderSeesOneStateWhileAWriterCommits() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Integer> writer = threads.submit(() -> {
                try {
                    for (int i = 0; i < 150; i++) {
                        insert(store(), user("pair"), group("pair"));
                        delete(store(), user("pair"), group("pair"));
                    }
                } finally {
                    done.set(true);
                }
                return 0;
            });
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(threads.submit(() -> {
                    int reads = 0;
                    while (!done.get()) {
                        store().read(reading -> {
                            boolean user =
                                    reading.users().named(ACCOUNT, "pair").isPresent();
                            long groups = reading.accounts().count(ACCOUNT, Counted.GROUPS);
                            boolean group =
                                    reading.groups().named(ACCOUNT, "pair").isPresent();
                            assertThat(group).isEqualTo(user);
                            assertThat(groups).isEqualTo(user ? 1 : 0);
                            return user;
                        });
                        reads++;
                    }
                    return reads;
                }));
            }
            writer.get();
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    /** Each work takes a number that it reads and raises: two works that did not see each other would take the same. */
    @Test
    default void worksOfManyThreadsTakeEffectOneAfterAnotherAndFailingOnesHarmNobody() throws Exception {
        int threads = 8;
        int works = 60;
        long before = store().changes().latest();
        Set<Long> taken = new ConcurrentSkipListSet<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                results.add(executor.submit(() -> takeNumbers(thread, works, taken)));
            }
            for (Future<Integer> result : results) {
                assertThat(result.get()).isEqualTo(works / 3);
            }
        }
        long written = threads * (works - works / 3L);
        assertThat(taken)
                .containsExactlyElementsOf(LongStream.range(0, written).boxed().toList());
        assertThat(now().accounts().count(ACCOUNT, Counted.USERS)).isEqualTo(written);
        assertThat(now().users().list(ACCOUNT, Slice.ALL)).hasSize((int) written);
        assertThat(store().changes().latest()).isEqualTo(before + written);
    }

    private int takeNumbers(int thread, int works, Set<Long> taken) {
        int failed = 0;
        for (int i = 0; i < works; i++) {
            String name = "u" + thread + "-" + i;
            boolean fails = i % 3 == 2;
            try {
                long number = store().write(writing -> {
                    long next = writing.accounts().count(ACCOUNT, Counted.USERS);
                    writing.insert(new User(ACCOUNT, "AIDA" + name, name, "/" + next + "/", NOW, null, List.of()));
                    if (fails) {
                        throw new UnsupportedOperationException(name);
                    }
                    return next;
                });
                assertThat(taken.add(number)).isTrue();
                assertThat(now().users().named(ACCOUNT, name).orElseThrow().path())
                        .isEqualTo("/" + number + "/");
            } catch (UnsupportedOperationException e) {
                assertThat(e).hasMessage(name);
                assertThat(now().users().named(ACCOUNT, name)).isEmpty();
                failed++;
            }
        }
        return failed;
    }

    @Test
    default void anInterruptedCallerStillGetsItsAnswer() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> interrupted = executor.submit(() -> {
                Thread.currentThread().interrupt();
                insert(store(), user("u"));
                return Thread.interrupted();
            });
            assertThat(interrupted.get()).isTrue();
        }
        assertThat(now().users().named(ACCOUNT, "u")).isPresent();
    }
}
