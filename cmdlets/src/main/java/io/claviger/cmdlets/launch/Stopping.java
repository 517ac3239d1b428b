package io.claviger.cmdlets.launch;

import io.claviger.powershell.shell.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C and SIGTERM do to a line or a script: what runs is stopped, its {@code finally} blocks run, and the process
 * ends. A second Ctrl-C stops those too. Safe for several threads.
 */
final class Stopping {

    private static final int STOPPED = 130;
    private static final long LOOK_MILLISECONDS = 50;
    private static final long PATIENCE_MILLISECONDS = 1000;

    // Who sends SIGTERM kills soon after: containers are given ten seconds to end.
    private static final long TERMINATED_MILLISECONDS = 10_000;

    // So the JDK calls the thread that ends the process because of the signal.
    private static final String TERMINATION = "SIGTERM handler";

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable Session session;

    /** Has this session stopped, when the process is told to end. */
    void watch(Session running) {
        session = running;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    /** The session is done; the process ends as it wants to. */
    void done() {
        done.countDown();
    }

    private void stop() {
        Session running = session;
        if (done.getCount() == 0 || running == null) {
            return;
        }
        // Only now, since it would take as long as many a cmdlet; the first Ctrl-C is what runs this hook.
        Signals.register("INT", () -> end(running, PATIENCE_MILLISECONDS));
        end(running, isTermination() ? TERMINATED_MILLISECONDS : Long.MAX_VALUE);
    }

    private static boolean isTermination() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(TERMINATION));
    }

    /** Stops what runs, and ends the process when that is done; or when no {@code finally} block runs, or for too long. */
    private void end(Session running, long longest) {
        // Beside, lest whoever does not let himself be stopped keeps this thread.
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
