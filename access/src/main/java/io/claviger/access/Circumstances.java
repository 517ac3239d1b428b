package io.claviger.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a request came. The server establishes all of it; none of it is what a client could claim without signing it.
 *
 * @param time when the request came in
 * @param region the region of the credential scope, the value of {@code aws:RequestedRegion}
 * @param sourceIp the address of the peer, in text
 * @param secureTransport whether the request came over TLS
 */
public record Circumstances(
        Instant time,
        String region,
        String sourceIp,
        boolean secureTransport,
        @Nullable String userAgent,
        @Nullable String referer) {}
