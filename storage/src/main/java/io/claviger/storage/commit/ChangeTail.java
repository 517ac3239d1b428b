package io.claviger.storage.commit;

import io.claviger.storage.commit.SharedDatabase.ChangeListener;
import io.claviger.storage.sql.Changes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what all processes commit to a shared database, on a thread of its own. Commits wake it. It looks several times
 * within the bound without being woken, so that a commit that did not wake it is found as well; these looks confirm the
 * lease. Thread-safe.
 */
final class ChangeTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeTail.class);
    private static final int LOOKS_WITHIN_BOUND = 4;

    private final SharedDatabase database;
    private final ChangeFeed feed;
    private final Lease lease;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private boolean lost;

    /** Follows until it is closed; the lease is confirmed with each look. */
    ChangeTail(SharedDatabase database, ChangeFeed feed, Duration bound, LongSupplier nanos) {
        this.database = database;
        this.feed = feed;
        this.lease = new Lease(bound, nanos);
        this.pause = bound.dividedBy(LOOKS_WITHIN_BOUND);
        this.thread = Thread.ofPlatform().name("change-tail").daemon().unstarted(this::run);
    }

    /**
     * Looks once, and goes on looking in the background.
     *
     * @throws io.claviger.iam.store.StoreFailure if the first look fails
     */
    ChangeTail begin() {
        try (ChangeListener listener = database.listener(patience())) {
            look(listener);
        }
        thread.start();
        return this;
    }

    /** Whether all that was committed longer ago than the bound has been seen. */
    boolean isCurrent() {
        return lease.isHeld();
    }

    /** How long ago the last moment is whose commits were all seen. */
    Duration lag() {
        return lease.age();
    }

    private void run() {
        while (!isClosed(Duration.ZERO)) {
            try (ChangeListener listener = database.listener(patience())) {
                follow(listener);
            } catch (RuntimeException e) {
                report(e);
            }
            boolean _ = isClosed(pause);
        }
    }

    private void follow(ChangeListener listener) {
        while (!isClosed(Duration.ZERO)) {
            look(listener);
            if (lost) {
                lost = false;
                LOG.info("{} is followed again", database.name());
            }
            listen(listener);
        }
    }

    /**
     * Reads what commits announce, until it is time to look without that. What this process committed itself it knows by
     * then.
     */
    private void listen(ChangeListener listener) {
        long end = lease.now() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !isClosed(Duration.ZERO); left = end - lease.now()) {
            // Anybody may send an announcement, so it is a reason to look, and nothing is taken from it.
            if (listener.await(Duration.ofNanos(left)) > feed.latest()) {
                feed.catchUp(listener.session(), Changes::revision);
            }
        }
    }

    private void look(ChangeListener listener) {
        // What is committed after this moment may be missed by this look, so the lease counts from it.
        long begun = lease.now();
        feed.catchUp(listener.session(), Changes::revision);
        lease.confirm(begun);
    }

    private void report(RuntimeException e) {
        if (!lost) {
            lost = true;
            LOG.warn("{} cannot be followed; requests are refused until it can: {}", database.name(), e.getMessage());
        }
    }

    /** Long enough for a busy database, and short enough to look for another one soon after a connection was cut. */
    private Duration patience() {
        return pause.multipliedBy(2L * LOOKS_WITHIN_BOUND);
    }

    private boolean isClosed(Duration atMost) {
        try {
            return closed.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            boolean _ = thread.join(patience().plusSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
