package io.claviger.cmdlets.launch;

import io.claviger.powershell.shell.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C and SIGTERM for a line or a script: it is stopped, its {@code finally} blocks run, and the process ends. A
 * second Ctrl-C stops those too. Safe for use by several threads.
 */
final class StopOnSignal {

    private static final int STOPPED = 130;
    private static final long LOOK_MILLISECONDS = 50;
    private static final long PATIENCE_MILLISECONDS = 1000;

    // After SIGTERM comes a kill: containers have ten seconds to end.
    private static final long TERMINATED_MILLISECONDS = 10_000;

    // The JDK's name for the thread that ends the process after the signal.
    private static final String TERMINATION = "SIGTERM handler";

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable Session session;

    /** Stops this session if the process is to end. */
    void watch(Session running) {
        session = running;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    /** The session has ended, and the process ends by itself. */
    void done() {
        done.countDown();
    }

    private void stop() {
        Session running = session;
        if (done.getCount() == 0 || running == null) {
            return;
        }
        // Only now, since it takes as long as a cmdlet may; the first Ctrl-C runs this hook.
        Signals.register("INT", () -> end(running, PATIENCE_MILLISECONDS));
        end(running, isTermination() ? TERMINATED_MILLISECONDS : Long.MAX_VALUE);
    }

    private static boolean isTermination() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(TERMINATION));
    }

    /**
     * Stops the session, and ends the process when it has ended, when no {@code finally} block is running, or when one
     * takes too long.
     */
    private void end(Session running, long longest) {
        // On another thread, since stopping may block.
        Thread.ofPlatform().daemon().name("stopping").start(running::stop);
        long idle = 0;
        long waited = 0;
        while (idle < PATIENCE_MILLISECONDS && waited < longest && !isDone()) {
            waited += LOOK_MILLISECONDS;
            idle = running.cleansUp() ? 0 : idle + LOOK_MILLISECONDS;
        }
        Runtime.getRuntime().halt(STOPPED);
    }

    private boolean isDone() {
        try {
            return done.await(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
