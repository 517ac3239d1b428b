package io.claviger.server.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request's body whole, without a thread waiting for it: it goes on when bytes have come. For one thread at a
 * time, as Jetty calls it.
 */
final class Body {

    private static final byte[] NOTHING = {};

    private final Request request;
    private final AtomicLong allBodies;
    private Consumer<Outcome> then = outcome -> {};
    private byte[] bytes = NOTHING;
    private int length;
    private int counted;

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
     */
    Body(Request request, AtomicLong allBodies) {
        this.request = request;
        this.allBodies = allBodies;
    }

    /** Reads what is there, and the rest as it comes, then reports the outcome, once. */
    void read(Consumer<Outcome> listener) {
        then = listener;
        long announced = request.getLength();
        if (announced > Limits.BODY) {
            then.accept(new Outcome.Refused(413, "the body is larger than " + Limits.BODY + " bytes"));
        } else if (announced > 0 && !reserve((int) announced)) {
            then.accept(busy());
        } else {
            readOn();
        }
    }

    /** Gives back the room that the body took. */
    void release() {
        if (counted > 0) {
            allBodies.addAndGet(-counted);
            counted = 0;
        }
    }

    private void readOn() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, this::readOn));
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                then.accept(new Outcome.Broken(chunk.getFailure()));
                return;
            }
            Outcome ended = take(chunk);
            if (ended != null) {
                then.accept(ended);
                return;
            }
        }
    }

    private @Nullable Outcome take(Content.Chunk chunk) {
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

    private boolean reserve(int size) {
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
