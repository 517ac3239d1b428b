package io.claviger.server.http;

import io.claviger.sigv4.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A response. Immutable as long as nobody changes the body's array.
 *
 * @param status the HTTP status
 * @param contentType the value of {@code Content-Type}
 * @param headers further headers
 */
@SuppressWarnings("ArrayRecordComponent") // a response's bytes, never compared, and copying them costs
public record Answer(int status, String contentType, byte[] body, List<Header> headers) {

    /** The content type of {@link #text}. */
    public static final String PLAIN = "text/plain;charset=utf-8";

    public Answer {
        headers = List.copyOf(headers);
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
