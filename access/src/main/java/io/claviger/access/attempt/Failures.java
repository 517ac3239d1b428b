package io.claviger.access.attempt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How often somebody failed in the last quarter of an hour, for the latest {@value #REMEMBERED} who did. Times are in
 * nanoseconds of a clock that only goes forward. For one thread.
 */
final class Failures<K> {

    static final int REMEMBERED = 4096;

    private static final long FORGOTTEN = TimeUnit.MINUTES.toNanos(15);

    private final int free;
    private final long pause;
    private final Map<K, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Count(int failures, long last) {}

    /** After so many failures, each further attempt waits so long after the one before it. */
    Failures(int free, long pause) {
        this.free = free;
        this.pause = pause;
    }

    /** How many there were. */
    int of(K who, long now) {
        Count count = counts.get(who);
        return count == null || now - count.last() > FORGOTTEN ? 0 : count.failures();
    }

    /** How long the next attempt has to wait yet; 0 if it need not. */
    long wait(K who, long now) {
        Count count = counts.get(who);
        return count == null || of(who, now) < free ? 0 : Math.max(0, count.last() + pause - now);
    }

    /** The attempt failed. */
    void failed(K who, long now) {
        counts.put(who, new Count(of(who, now) + 1, now));
    }

    int remembered() {
        return counts.size();
    }
}
