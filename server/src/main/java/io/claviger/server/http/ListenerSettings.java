package io.claviger.server.http;

import org.jspecify.annotations.Nullable;

/**
 * Where and how the listener listens.
 *
 * @param host an address or a name of this machine
 * @param port 0 for any that is free
 * @param tls null for plain HTTP
 * @param behindTlsProxy the operator's word that only a proxy that speaks TLS reaches this address
 */
public record ListenerSettings(
        String host, int port, @Nullable TlsIdentity tls, boolean behindTlsProxy) {

    /** {@code https} or {@code http}. */
    public String scheme() {
        return tls == null ? "http" : "https";
    }
}
