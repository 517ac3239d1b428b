package io.claviger.storage.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    @Test
    void everyWorkRunsOnceInBatchesThatNeverOverlap() throws Exception {
        int threads = 16;
        int works = 500;
        AtomicInteger running = new AtomicInteger();
        Set<Integer> ran = ConcurrentHashMap.newKeySet();
        GroupCommit<Integer> commits = new GroupCommit<>(taken -> {
            List<Integer> batch = taken.get();
            assertThat(running.incrementAndGet()).isEqualTo(1);
            assertThat(batch).isNotEmpty().hasSizeLessThanOrEqualTo(GroupCommit.MAX_BATCH);
            batch.forEach(work -> assertThat(ran.add(work)).isTrue());
            running.decrementAndGet();
        });
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int first = t * works;
                results.add(executor.submit(() -> {
                    for (int i = first; i < first + works; i++) {
                        commits.run(i);
                        assertThat(ran.contains(i)).isTrue();
                    }
                    return true;
                }));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        }
        assertThat(ran).hasSize(threads * works);
    }

    @Test
    void worksThatArriveDuringABatchShareTheNextUpToItsBound() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        GroupCommit<Integer> commits = new GroupCommit<>(works -> {
            List<Integer> batch = works.get();
            sizes.add(batch.size());
            if (batch.contains(-1)) {
                arrived.countDown();
                awaitQuietly(release);
            }
        });
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.startVirtualThread(() -> commits.run(-1)));
        arrived.await();
        for (int i = 0; i < GroupCommit.MAX_BATCH + 10; i++) {
            int work = i;
            threads.add(Thread.startVirtualThread(() -> commits.run(work)));
        }
        for (Thread thread : threads.subList(1, threads.size())) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
        release.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(sizes).containsExactly(1, GroupCommit.MAX_BATCH, 10);
    }

    @Test
    void worksThatArriveUntilTheBatchIsAskedForShareIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ready = new CountDownLatch(1);
        List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
        GroupCommit<Integer> commits = new GroupCommit<>(works -> {
            begun.countDown();
            awaitQuietly(ready);
            batches.add(works.get());
            batches.add(works.get());
        });
        leadAndFollow(commits, begun, ready);
        assertThat(batches).containsExactly(List.of(1, 2), List.of(1, 2));
    }

    @Test
    void aBatchThatBreaksAfterItWasTakenStillWakesItsWorks() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ready = new CountDownLatch(1);
        AtomicInteger batches = new AtomicInteger();
        GroupCommit<Integer> commits = new GroupCommit<>(works -> {
            if (batches.incrementAndGet() == 1) {
                begun.countDown();
                awaitQuietly(ready);
                throw new IllegalStateException("broken with " + works.get());
            }
        });
        leadAndFollow(commits, begun, ready);
        commits.run(3);
        assertThat(batches).hasValue(2);
    }

    @Test
    void aBatchThatBreaksDoesNotStopTheNext() {
        AtomicInteger batches = new AtomicInteger();
        GroupCommit<Integer> commits = new GroupCommit<>(_ -> {
            if (batches.incrementAndGet() == 1) {
                throw new IllegalStateException("broken");
            }
        });
        assertThatThrownBy(() -> commits.run(1)).hasMessage("broken");
        commits.run(2);
        assertThat(batches).hasValue(2);
    }

    /** Work 1 leads a batch that begins, work 2 comes and waits, and then both end. */
    private static void leadAndFollow(GroupCommit<Integer> commits, CountDownLatch begun, CountDownLatch ready)
            throws InterruptedException {
        Thread leader =
                Thread.ofVirtual().uncaughtExceptionHandler((_, _) -> {}).start(() -> commits.run(1));
        begun.await();
        Thread follower = Thread.startVirtualThread(() -> commits.run(2));
        while (follower.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        ready.countDown();
        leader.join();
        follower.join();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
