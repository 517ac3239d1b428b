package io.claviger.server.composition;

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
 * Thread-safe.
 */
final class BackgroundWork implements Executor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
    private static final long SECONDS_BETWEEN_RUNS = 5;

    private final List<Runnable> recurring = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService working = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("background").daemon().factory());

    /** Has a work done every few seconds from now on. */
    void everyFewSeconds(Runnable work) {
        recurring.add(work);
        var _ = working.scheduleWithFixedDelay(
                () -> attempt(work), SECONDS_BETWEEN_RUNS, SECONDS_BETWEEN_RUNS, TimeUnit.SECONDS);
    }

    /** Has a work done soon, or, if this is being closed, never. */
    @Override
    public void execute(Runnable work) {
        if (!working.isShutdown()) {
            working.execute(() -> attempt(work));
        }
    }

    @Override
    public void close() {
        working.close();
        recurring.forEach(BackgroundWork::attempt);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // Any: one that went through would end the works for good.
            LOG.error("a work in the background failed", e);
        }
    }
}
