package io.claviger.powershell.shell;

import io.claviger.powershell.command.CmdletContext.Registration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Ctrl-C: whether it still has to be obeyed, and the actions that it runs. Any thread may call {@link #stop}. */
final class StopSignal {

    private final Set<Runnable> onStop = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    private volatile boolean stopping;
    private final AtomicInteger cleanUps = new AtomicInteger();

    void stop() {
        synchronized (lock) {
            stopping = true;
            onStop.forEach(Runnable::run);
        }
    }

    /**
     * Clears a pending stop, which does not apply to what runs next; waits until its actions have run. Returns whether
     * there was one.
     */
    boolean pause() {
        synchronized (lock) {
            boolean stopped = stopping;
            stopping = false;
            Thread.interrupted();
            return stopped;
        }
    }

    /** Restores the stop that {@link #pause} returned. */
    void resume(boolean was) {
        synchronized (lock) {
            stopping |= was;
        }
    }

    /** Begins a {@code finally} block, which {@link #endCleanUp} ends. Returns whether there was a stop. */
    boolean beginCleanUp() {
        synchronized (lock) {
            boolean stopped = pause();
            cleanUps.addAndGet(stopped ? 1 : 0);
            return stopped;
        }
    }

    /** Ends a {@code finally} block, and restores the stop before it. */
    void endCleanUp(boolean stopped) {
        synchronized (lock) {
            resume(stopped);
            cleanUps.addAndGet(stopped ? -1 : 0);
        }
    }

    /** Whether a {@code finally} block is running after a stop, and there was no second stop. Does not block. */
    boolean cleansUp() {
        return cleanUps.get() > 0 && !stopping;
    }

    boolean pending() {
        return stopping;
    }

    void check() {
        if (stopping) {
            throw new Flow.Stopped();
        }
    }

    Registration onStop(Runnable action) {
        synchronized (lock) {
            onStop.add(action);
            if (stopping) {
                action.run();
            }
        }
        return () -> onStop.remove(action);
    }
}
