package io.claviger.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose request does not arrive in time, and says so with status 408 if it has begun. The idle time-out
 * alone does not: a client that sends a byte now and then is never idle. A body has a deadline of its own, see {@link Body};
 * here it has twice the time, should it not be read at all. Thread-safe.
 */
final class SlowRequests extends AbstractLifeCycle implements Connection.Listener {

    private static final Duration SWEEP = Duration.ofSeconds(1);

    /** There is no request yet that an answer of Jetty's could belong to. */
    private static final byte[] TOO_SLOW = ("HTTP/1.1 408 Request Timeout\r\nContent-Type: " + Answer.PLAIN
                    + "\r\nContent-Length: 16\r\nConnection: close\r\n\r\nRequest Timeout\n")
            .getBytes(StandardCharsets.US_ASCII);

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
            } else if (now - waiting.sinceNanos() > allowed(connection)) {
                end(connection);
            }
        });
        if (isRunning()) {
            scheduleSweep();
        }
    }

    private long allowed(HttpConnection connection) {
        return (connection.getParser().inContentState() ? 2 : 1) * arrival.toNanos();
    }

    private static void end(HttpConnection connection) {
        EndPoint peer = connection.getEndPoint();
        boolean hasBegun = connection.getParser().inHeaderState()
                && !connection.getParser().isStart();
        if (hasBegun) {
            peer.write(Callback.from(peer::close, _ -> peer.close()), ByteBuffer.wrap(TOO_SLOW));
        } else {
            peer.close();
        }
    }

    /** Whether part of a request is here and the rest is not, or nothing ever was. */
    private static boolean isArriving(HttpConnection connection, long request) {
        HttpParser parser = connection.getParser();
        return request == 0 || !(parser.isStart() || parser.isComplete());
    }
}
