package io.claviger.storage.commit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Works that arrive while others are being committed share the next commit. Works queue; the thread whose work is first
 * in the queue leads: it runs a batch of the queued works itself, in their order, hands the lead on, and wakes the
 * threads of the batch. One batch runs at a time. Thread-safe.
 *
 * @param <W> a work; the runner of batches leaves its outcome in it
 */
final class GroupCommit<W> {

    /** Bounds how long one batch keeps those who wait for the next. */
    static final int MAX_BATCH = 256;

    private final Consumer<Supplier<List<W>>> runner;
    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by the lock. While somebody leads, the leader's turn is the head of the queue until it takes its batch.
    private final ArrayDeque<Turn<W>> queue = new ArrayDeque<>();
    private boolean led;

    /**
     * The runner runs batches one after another. It asks for the works of a batch as late as it can, when it need not wait
     * any more, since those that arrive until then share the batch; asked again, they are the same. It leaves every work's
     * outcome in the work and does not throw.
     */
    GroupCommit(Consumer<Supplier<List<W>>> runner) {
        this.runner = runner;
    }

    private static final class Turn<W> {
        final W work;
        final Semaphore woken = new Semaphore(0);
        // Written before the waking, and read after it.
        boolean leads;

        Turn(W work) {
            this.work = work;
        }
    }

    /** Has the work run in a batch, and returns after that. */
    void run(W work) {
        Turn<W> turn = new Turn<>(work);
        if (!enqueue(turn)) {
            // An interrupt must not make a caller leave a work that is about to be done.
            turn.woken.acquireUninterruptibly();
        }
        if (turn.leads) {
            lead();
        }
    }

    /** Queues the turn. It leads at once, and this returns true, if no other turn leads. */
    private boolean enqueue(Turn<W> turn) {
        lock.lock();
        try {
            queue.addLast(turn);
            turn.leads = !led;
            led = true;
            return turn.leads;
        } finally {
            lock.unlock();
        }
    }

    private void lead() {
        // As long as it can get, so that no turn is lost for want of memory.
        List<Turn<W>> batch = new ArrayList<>(MAX_BATCH);
        try {
            runner.accept(() -> {
                take(batch);
                return batch.stream().map(turn -> turn.work).toList();
            });
        } finally {
            take(batch);
            handOn();
            for (Turn<W> turn : batch) {
                turn.woken.release();
            }
        }
    }

    /** Takes the turns of a batch from the queue, unless it has them. */
    private void take(List<Turn<W>> batch) {
        if (!batch.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            while (batch.size() < MAX_BATCH && !queue.isEmpty()) {
                batch.add(queue.removeFirst());
            }
        } finally {
            lock.unlock();
        }
    }

    private void handOn() {
        lock.lock();
        try {
            Turn<W> next = queue.peekFirst();
            if (next == null) {
                led = false;
            } else {
                next.leads = true;
                next.woken.release();
            }
        } finally {
            lock.unlock();
        }
    }
}
