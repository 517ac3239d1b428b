package io.claviger.access.attempt;

import io.claviger.access.attempt.AttemptLine.Place;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Runs attempts one at a time, in the order of the {@link AttemptLine}; a thread waits for its turn. Thread-safe. */
public final class Turns {

    private final Duration patience;
    private final AttemptLine line = new AttemptLine();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Nobody waits longer than this. */
    public Turns(Duration patience) {
        this.patience = patience;
    }

    /**
     * Runs the attempt when its turn has come.
     *
     * @param isRight whether what came of it was the right password
     * @return what came of it; empty if there was no place in the line, or its turn did not come in time
     */
    public <T> Optional<T> run(String account, Network network, Supplier<T> attempt, Predicate<T> isRight) {
        Optional<Place> place = await(account, network);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        boolean wasRight = false;
        try {
            T result = attempt.get();
            wasRight = isRight.test(result);
            return Optional.of(result);
        } finally {
            end(place.get(), wasRight);
        }
    }

    private Optional<Place> await(String account, Network network) {
        lock.lock();
        try {
            long end = System.nanoTime() + patience.toNanos();
            Optional<Place> place = line.join(account, network, System.nanoTime());
            if (place.isPresent() && !awaitTurn(place.get(), end)) {
                line.leave(place.get());
                return Optional.empty();
            }
            return place;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitTurn(Place place, long end) {
        try {
            while (!line.begin(place, System.nanoTime())) {
                long now = System.nanoTime();
                if (now - end >= 0 || !line.holds(place)) {
                    return false;
                }
                long rest = line.untilRested(place, now);
                // Others that are in the way signal when they are done.
                long nanos = rest > 0 ? Math.min(rest, end - now) : end - now;
                long _ = changed.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void end(Place place, boolean wasRight) {
        lock.lock();
        try {
            line.end(place, wasRight, System.nanoTime());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
