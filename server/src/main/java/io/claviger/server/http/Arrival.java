package io.claviger.server.http;

import io.claviger.sigv4.HttpRequest;

/**
 * A request as it came in. Immutable.
 *
 * @param request what was received, before anything decoded or rewrote it
 * @param peer the address of the TCP connection's other end, in text and without port
 * @param secure whether the request came over TLS, to this server or to the proxy that the operator vouched for
 */
public record Arrival(HttpRequest request, String peer, boolean secure) {}
