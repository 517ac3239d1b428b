package io.claviger.server.http;

import io.claviger.sigv4.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response. Immutable as long as nobody changes the body's array.
 *
 * @param status the HTTP status
 * @param contentType the value of {@code Content-Type}
 * @param headers further headers
 * @param more what follows the body, written as it is found; null if nothing does
 */
@SuppressWarnings("ArrayRecordComponent") // a response's bytes, never compared, and copying them costs
public record Answer(
        int status,
        String contentType,
        byte[] body,
        List<Header> headers,
        @Nullable Streaming more) {

    /** The content type of {@link #text}. */
    public static final String PLAIN = "text/plain;charset=utf-8";

    public Answer {
        headers = List.copyOf(headers);
    }

    /** Writes what is found, on a virtual thread of its own. A server writes a few at once. */
    @FunctionalInterface
    public interface Streaming {

        /**
         * Writes it to the end.
         *
         * @param out sends what is flushed; waits while the client does not read
         * @throws IOException when the client has gone, or does not read
         */
        void to(OutputStream out) throws IOException;
    }

    /** A response of known length. */
    public Answer(int status, String contentType, byte[] body, List<Header> headers) {
        this(status, contentType, body, headers, null);
    }

    /** The same response with these headers besides. */
    public Answer with(List<Header> others) {
        List<Header> all = new ArrayList<>(headers);
        all.addAll(others);
        return new Answer(status, contentType, body, all, more);
    }

    /** A line of plain text. */
    public static Answer text(int status, String line) {
        return new Answer(status, PLAIN, (line + "\n").getBytes(StandardCharsets.UTF_8), List.of());
    }

    /** Status and type only: a body may carry secrets. */
    @Override
    public String toString() {
        return status + " " + contentType;
    }
}
