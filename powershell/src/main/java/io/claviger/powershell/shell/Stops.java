package io.claviger.powershell.shell;

import io.claviger.powershell.command.CmdletContext.Registration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Ctrl-C: who is to be told of it, and whether it still has to be obeyed. Any thread may call {@link #stop}. */
final class Stops {

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

    /** What runs next was not meant by the stop, if there was one; waits until that has done all that it does. */
    boolean pause() {
        synchronized (lock) {
            boolean stopped = stopping;
            stopping = false;
            Thread.interrupted();
            return stopped;
        }
    }

    /** What {@link #pause} told is so again. */
    void resume(boolean was) {
        synchronized (lock) {
            stopping |= was;
        }
    }

    /** What runs next cleans up, after a stop if there was one; says whether there was. To be ended. */
    boolean beginCleanUp() {
        synchronized (lock) {
            boolean stopped = pause();
            cleanUps.addAndGet(stopped ? 1 : 0);
            return stopped;
        }
    }

    /** It is done; what was stopped before it is stopped again. */
    void endCleanUp(boolean stopped) {
        synchronized (lock) {
            resume(stopped);
            cleanUps.addAndGet(stopped ? -1 : 0);
        }
    }

    /** Whether what runs cleans up after a stop, and no other stop has come since. Waits for nobody. */
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
