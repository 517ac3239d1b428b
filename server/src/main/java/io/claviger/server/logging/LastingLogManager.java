package io.claviger.server.logging;

import java.util.logging.LogManager;

/**
 * The JDK's log manager, but for this: it goes on until the process ends. The JDK's own takes all handlers away as soon as
 * the process is asked to stop, so what happens while it stops would never be logged. To be named in the system property
 * {@code java.util.logging.manager} before anything logs.
 */
public final class LastingLogManager extends LogManager {

    private volatile boolean lasting;

    /** From here on, nothing takes the handlers away. */
    void last() {
        lasting = true;
    }

    @Override
    public void reset() {
        if (!lasting) {
            super.reset();
        }
    }
}
