package io.claviger.access.attempt;

import java.util.concurrent.TimeUnit;

/**
 * Slows down anyone who guesses somebody's second factor. After five failures for somebody within a quarter of an hour, further
 * attempts are looked at half a minute apart. Thread-safe.
 */
public final class FactorFailures {

    private static final int FREE = 5;
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(30);

    private final Failures<String> failures = new Failures<>(FREE, PAUSE);

    /** Whether the next attempt has to wait. */
    public synchronized boolean isHeldBack(String ownerId) {
        return failures.wait(ownerId, System.nanoTime()) > 0;
    }

    /** An attempt failed. */
    public synchronized void note(String ownerId) {
        failures.failed(ownerId, System.nanoTime());
    }
}
