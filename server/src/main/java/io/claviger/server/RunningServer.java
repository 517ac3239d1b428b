package io.claviger.server;

import io.claviger.access.KeyUses;
import io.claviger.iam.store.Store;
import io.claviger.iam.store.StoreFailure;
import io.claviger.server.http.Listener;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that serves, until it is closed. Thread-safe. */
final class RunningServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);
    private static final long SECONDS_BETWEEN_FLUSHES = 5;

    private final Listener listener;
    private final KeyUses keyUses;
    private final Trail trail;
    private final Store store;
    private final FirstStart.Outcome account;
    private final ScheduledExecutorService flushing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("key-uses").daemon().factory());

    RunningServer(Listener listener, KeyUses keyUses, Trail trail, Store store, FirstStart.Outcome account) {
        this.listener = listener;
        this.keyUses = keyUses;
        this.trail = trail;
        this.store = store;
        this.account = account;
        var _ = flushing.scheduleWithFixedDelay(
                this::flush, SECONDS_BETWEEN_FLUSHES, SECONDS_BETWEEN_FLUSHES, TimeUnit.SECONDS);
    }

    /** The URL that it serves at. */
    URI endpoint() {
        return listener.endpoint();
    }

    /** The account that it serves. */
    FirstStart.Outcome account() {
        return account;
    }

    /** Takes no more requests, ends those under way, and puts away what it holds, the store last. */
    @Override
    public void close() {
        try (store;
                trail) {
            listener.close();
            flushing.close();
            flush();
        }
    }

    private void flush() {
        try {
            keyUses.flush();
        } catch (StoreFailure e) {
            LOG.error("cannot write when access keys were last used; trying again later", e);
        }
    }
}
