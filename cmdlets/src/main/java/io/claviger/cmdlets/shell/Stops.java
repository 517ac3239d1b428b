package io.claviger.cmdlets.shell;

import io.claviger.cmdlets.command.CmdletContext.Registration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ctrl-C: who is to be told of it, and whether it still has to be obeyed. Any thread may call {@link #stop}. */
final class Stops {

    private final Set<Runnable> onStop = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    private volatile boolean stopping;

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
