package io.claviger.server.http;

import io.claviger.sigv4.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in. Immutable.
 *
 * @param request what was received, before anything decoded or rewrote it
 * @param peer the address of the TCP connection's other end, in text and without port
 * @param secure whether the request came over TLS, to this server or to the proxy that the operator vouched for
 * @param tls what was agreed on with this server; null where it was a proxy, or nobody
 */
public record IncomingRequest(
        HttpRequest request,
        String peer,
        boolean secure,
        @Nullable TlsSession tls) {

    /** A request whose TLS, if there was any, ended before this server. */
    public IncomingRequest(HttpRequest request, String peer, boolean secure) {
        this(request, peer, secure, null);
    }
}
