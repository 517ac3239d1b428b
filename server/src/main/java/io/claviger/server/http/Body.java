package io.claviger.server.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request's body whole, without a thread waiting for it: it goes on when bytes have come. Thread-safe, since
 * the time that it has may end while bytes come.
 */
final class Body {

    private static final byte[] NOTHING = {};

    private final Request request;
    private final AtomicLong allBodies;
    private final Duration arrival;
    private Consumer<Outcome> then = outcome -> {};
    private Scheduler.@Nullable Task deadline;
    private byte[] bytes = NOTHING;
    private int length;
    private int counted;
    private boolean ended;

    /** What reading came to. */
    sealed interface Outcome {
        @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
        record Whole(byte[] bytes) implements Outcome {}

        /** The status to refuse with. */
        record Refused(int status, String reason) implements Outcome {}

        /** The client went away, or what it sent is no HTTP. */
        record Broken(Throwable cause) implements Outcome {}
    }

    /**
     * Prepares to read.
     *
     * @param allBodies the bytes of all larger bodies under way
     * @param arrival how long the body may take
     */
    Body(Request request, AtomicLong allBodies, Duration arrival) {
        this.request = request;
        this.allBodies = allBodies;
        this.arrival = arrival;
    }

    /** Reads what is there, and the rest as it comes, then reports the outcome, once. */
    void read(Consumer<Outcome> listener) {
        then = listener;
        long announced = request.getLength();
        if (announced > Limits.BODY) {
            end(new Outcome.Refused(413, "the body is larger than " + Limits.BODY + " bytes"));
        } else if (announced > 0 && !reserve((int) announced)) {
            end(busy());
        } else {
            readOn();
        }
    }

    /** Gives back the room that the body took. */
    synchronized void release() {
        ended = true;
        if (counted > 0) {
            allBodies.addAndGet(-counted);
            counted = 0;
        }
    }

    private void readOn() {
        while (!hasEnded()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                beginToWait();
                request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, this::readOn));
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                end(new Outcome.Broken(chunk.getFailure()));
                return;
            }
            Outcome outcome = take(chunk);
            if (outcome != null) {
                end(outcome);
                return;
            }
        }
    }

    /** Most bodies come with their header, and need no deadline. */
    private synchronized void beginToWait() {
        if (deadline == null && !ended) {
            deadline = request.getComponents()
                    .getScheduler()
                    .schedule(
                            () -> end(new Outcome.Refused(
                                    408, "the body did not arrive within " + arrival.toSeconds() + " seconds")),
                            arrival.toNanos(),
                            TimeUnit.NANOSECONDS);
        }
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private void end(Outcome outcome) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            if (deadline != null) {
                deadline.cancel();
            }
        }
        then.accept(outcome);
    }

    private synchronized @Nullable Outcome take(Content.Chunk chunk) {
        try {
            ByteBuffer part = chunk.getByteBuffer();
            int size = length + part.remaining();
            if (size > Limits.BODY) {
                return new Outcome.Refused(413, "the body is larger than " + Limits.BODY + " bytes");
            }
            if (size > bytes.length && !reserve(Math.max(size, Math.min(Limits.BODY, 2 * bytes.length)))) {
                return busy();
            }
            int start = length;
            length = size;
            part.get(bytes, start, size - start);
            if (!chunk.isLast()) {
                return null;
            }
            return new Outcome.Whole(bytes.length == length ? bytes : Arrays.copyOf(bytes, length));
        } finally {
            chunk.release();
        }
    }

    /** Room is given back once; a body that has ended takes no more. */
    private synchronized boolean reserve(int size) {
        if (ended) {
            return false;
        }
        if (size > Limits.SMALL_BODY) {
            int more = size - counted;
            if (allBodies.addAndGet(more) > Limits.ALL_BODIES) {
                allBodies.addAndGet(-more);
                return false;
            }
            counted = size;
        }
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }

    private static Outcome busy() {
        return new Outcome.Refused(503, "too many large requests at once");
    }
}
