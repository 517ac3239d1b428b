package io.claviger.sigv4;

import java.util.List;
import java.util.Objects;

/**
 * A request as it came over the wire, before anything decoded or rewrote it. Immutable as long as nobody changes the
 * body's array.
 *
 * @param method the HTTP method, as sent
 * @param path the path of the request line, still percent-encoded
 * @param query what follows the question mark, still percent-encoded; empty when there is none
 * @param headers every header field in the order received; at most {@link Bounds#HEADERS} are considered
 * @param body the whole body; empty where the body is an {@code aws-chunked} stream, which is read through
 *     {@link Payload.Chunked#open}
 */
@SuppressWarnings("ArrayRecordComponent") // the body is a request's bytes, never compared, and copying it costs
public record HttpRequest(String method, String path, String query, List<Header> headers, byte[] body) {

    public HttpRequest {
        Objects.requireNonNull(method);
        Objects.requireNonNull(path);
        Objects.requireNonNull(query);
        headers = List.copyOf(headers);
        Objects.requireNonNull(body);
    }

    /** Method and path only: queries, headers and bodies may carry credentials. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
