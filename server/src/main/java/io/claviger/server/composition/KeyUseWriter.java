package io.claviger.server.composition;

import io.claviger.access.KeyUses;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes every few seconds when access keys were last used, and once more when it is closed. Thread-safe. */
final class KeyUseWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyUseWriter.class);
    private static final long SECONDS_BETWEEN_WRITES = 5;

    private final KeyUses keyUses;
    private final ScheduledExecutorService writing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("key-uses").daemon().factory());

    KeyUseWriter(KeyUses keyUses) {
        this.keyUses = keyUses;
        var _ = writing.scheduleWithFixedDelay(
                this::write, SECONDS_BETWEEN_WRITES, SECONDS_BETWEEN_WRITES, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        writing.close();
        write();
    }

    private void write() {
        try {
            keyUses.flush();
        } catch (RuntimeException e) {
            // Any: one that went through would end the writing for good.
            LOG.error("cannot write when access keys were last used; trying again later", e);
        }
    }
}
