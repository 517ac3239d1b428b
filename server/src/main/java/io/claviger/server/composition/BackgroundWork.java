package io.claviger.server.composition;

import io.claviger.iam.store.StoreFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server does beside its requests, on one thread: works that requests leave behind, and works that come again
 * every few seconds and once more when this is closed. A work that fails is logged; one that comes again is tried again.
 * If it fails again and again because the database does, the first failure is logged, without its trace, and the others at
 * level debug. Thread-safe.
 */
final class BackgroundWork implements Executor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
    private static final Duration BETWEEN_RUNS = Duration.ofSeconds(5);

    private final long nanosBetweenRuns;
    private final List<Recurring> recurring = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService working = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("background").daemon().factory());

    BackgroundWork() {
        this(BETWEEN_RUNS);
    }

    /** One whose works come again after so long. */
    BackgroundWork(Duration betweenRuns) {
        this.nanosBetweenRuns = betweenRuns.toNanos();
    }

    /** A work that comes again. For one thread at a time. */
    private static final class Recurring implements Runnable {

        private final Runnable work;
        private boolean hasFailed;

        Recurring(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            hasFailed = !attempt(work, hasFailed);
        }
    }

    /** Has a work done every few seconds from now on. */
    void everyFewSeconds(Runnable work) {
        Recurring again = new Recurring(work);
        recurring.add(again);
        var _ = working.scheduleWithFixedDelay(again, nanosBetweenRuns, nanosBetweenRuns, TimeUnit.NANOSECONDS);
    }

    /** Has a work done soon, or, if this is being closed, never. */
    @Override
    public void execute(Runnable work) {
        if (!working.isShutdown()) {
            working.execute(new Recurring(work));
        }
    }

    @Override
    public void close() {
        working.close();
        recurring.forEach(Recurring::run);
    }

    private static boolean attempt(Runnable work, boolean hasFailed) {
        try {
            work.run();
            return true;
        } catch (StoreFailure e) {
            if (!hasFailed) {
                LOG.warn("a work in the background failed: {}", e.getMessage());
            }
            LOG.debug("a work in the background failed", e);
        } catch (RuntimeException e) {
            // Any: one that went through would end the works for good.
            LOG.error("a work in the background failed", e);
        }
        return false;
    }
}
