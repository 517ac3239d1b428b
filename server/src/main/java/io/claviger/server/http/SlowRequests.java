package io.claviger.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose request does not arrive whole in time. The idle time-out alone does not: a client that sends
 * a byte now and then is never idle. Thread-safe.
 */
final class SlowRequests extends AbstractLifeCycle implements Connection.Listener {

    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final Scheduler scheduler;
    private final Duration arrival;
    private final Map<HttpConnection, Waiting> connections = new ConcurrentHashMap<>();

    /** Looks every second for requests that take longer to arrive than the given time. */
    SlowRequests(Scheduler scheduler, Duration arrival) {
        this.scheduler = scheduler;
        this.arrival = arrival;
    }

    /** Since when a connection has been waiting for the rest of a request, or for its first one. */
    private record Waiting(long request, long sinceNanos) {}

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            connections.put(http, new Waiting(0, System.nanoTime()));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof HttpConnection http) {
            connections.remove(http);
        }
    }

    @Override
    protected void doStart() {
        scheduleSweep();
    }

    private void scheduleSweep() {
        scheduler.schedule(this::sweep, SWEEP.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void sweep() {
        long now = System.nanoTime();
        connections.forEach((connection, waiting) -> {
            long request = connection.getMessagesIn();
            if (!isArriving(connection, request) || waiting.request() != request) {
                connections.replace(connection, waiting, new Waiting(request, now));
            } else if (now - waiting.sinceNanos() > arrival.toNanos()) {
                connection.getEndPoint().close();
            }
        });
        if (isRunning()) {
            scheduleSweep();
        }
    }

    /** Whether part of a request is here and the rest is not, or nothing ever was. */
    private static boolean isArriving(HttpConnection connection, long request) {
        HttpParser parser = connection.getParser();
        return request == 0 || !(parser.isStart() || parser.isComplete());
    }
}
