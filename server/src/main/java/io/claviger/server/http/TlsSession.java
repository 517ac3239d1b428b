package io.claviger.server.http;

/**
 * What a client and this server agreed on.
 *
 * @param version such as {@code TLSv1.3}
 * @param cipherSuite such as {@code TLS_AES_256_GCM_SHA384}
 */
public record TlsSession(String version, String cipherSuite) {}
