package io.claviger.cmdlets.launch;

import io.claviger.cmdlets.shell.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What Ctrl-C and SIGTERM do to a line or a script: what runs is stopped, and the process ends. Safe for several threads. */
final class Stopping {

    private static final int STOPPED = 130;
    private static final long PATIENCE_MILLISECONDS = 1000;

    private final CountDownLatch done = new CountDownLatch(1);
    private @Nullable Session session;

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
        if (done.getCount() == 0 || session == null) {
            return;
        }
        session.stop();
        try {
            done.await(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(STOPPED);
    }
}
