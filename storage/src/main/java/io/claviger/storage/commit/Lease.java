package io.claviger.storage.commit;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The right to rely on what is cached: it ends so long after the last moment whose commits were all seen. The clock goes
 * on while the process stands still, so that a process that was paused finds its lease ended. Thread-safe.
 */
final class Lease {

    private final long bound;
    private final LongSupplier nanos;
    private volatile long seen;

    /**
     * A lease that has not begun.
     *
     * @param nanos a clock that never goes back, as {@link System#nanoTime}
     */
    Lease(Duration bound, LongSupplier nanos) {
        this.bound = bound.toNanos();
        this.nanos = nanos;
        this.seen = nanos.getAsLong() - this.bound;
    }

    /** The clock's time. */
    long now() {
        return nanos.getAsLong();
    }

    /** All that was committed before this time of the clock has been seen. For one thread at a time. */
    void confirm(long time) {
        if (time - seen > 0) {
            seen = time;
        }
    }

    /** How long ago the last moment is whose commits were all seen. */
    Duration age() {
        return Duration.ofNanos(nanos.getAsLong() - seen);
    }

    /** Whether it has not ended. */
    boolean isHeld() {
        return nanos.getAsLong() - seen < bound;
    }
}
