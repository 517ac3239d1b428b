package io.claviger.storage.commit;

import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.sql.Session;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded number of sessions, opened when first needed and kept. Thread-safe. An interrupt does not disturb a thread
 * that waits for a session, so it never fails the writes that the thread carries for others.
 */
final class SessionPool implements PoolLoad, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionPool.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final int size;
    private final Supplier<Session> opener;
    private final Semaphore free;
    // Last in, first out: the statements of a busy session are warm.
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile @Nullable LongConsumer timing;
    private volatile boolean closed;

    SessionPool(int size, Supplier<Session> opener) {
        this.size = size;
        this.opener = opener;
        this.free = new Semaphore(size);
    }

    /** A session for the caller alone, until it is given back. */
    Session borrow() {
        LongConsumer watch = timing;
        if (watch == null) {
            return taken();
        }
        long begun = System.nanoTime();
        try {
            return taken();
        } finally {
            watch.accept(System.nanoTime() - begun);
        }
    }

    private Session taken() {
        acquire();
        try {
            if (closed) {
                throw new StoreFailure("The store is closed", new IllegalStateException("closed"));
            }
            Session session = idle.pollFirst();
            return session != null ? session : opener.get();
        } catch (RuntimeException | Error e) {
            free.release();
            throw e;
        }
    }

    /** Takes back a session that has no transaction open. */
    void giveBack(Session session) {
        idle.addFirst(session);
        free.release();
    }

    /** Ends a session whose state is unknown; another takes its place. That it cannot be closed is only logged. */
    void discard(Session session) {
        try {
            session.close();
        } catch (StoreFailure e) {
            LOG.warn("a session that failed cannot be closed", e);
        } finally {
            free.release();
        }
    }

    /** Ends the sessions that nobody uses; others take their place when they are needed. */
    void discardIdle() {
        for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            try {
                session.close();
            } catch (StoreFailure e) {
                LOG.debug("a session cannot be closed", e);
            }
        }
    }

    @Override
    public int used() {
        return size - free.availablePermits();
    }

    @Override
    public int idle() {
        return idle.size();
    }

    @Override
    public int waiting() {
        return free.getQueueLength();
    }

    @Override
    public void timing(LongConsumer nanos) {
        timing = nanos;
    }

    private void acquire() {
        if (free.tryAcquire()) {
            return;
        }
        boolean interrupted = false;
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        try {
            while (true) {
                try {
                    if (free.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                        return;
                    }
                    throw new StoreFailure(
                            "All " + size + " database sessions stayed busy for 10 seconds", new TimeoutException());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until all sessions are given back and ends them. */
    @Override
    public void close() {
        closed = true;
        free.acquireUninterruptibly(size);
        try {
            for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
                session.close();
            }
        } finally {
            free.release(size);
        }
    }
}
