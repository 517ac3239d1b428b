package io.claviger.operations;

import io.claviger.iam.access.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of an authenticated request, all of them established by the server and none taken from what the
 * client could claim without signing it.
 *
 * @param region the region of the credential scope, the value of {@code aws:RequestedRegion}
 * @param sourceIp the address of the peer, in text
 * @param secureTransport whether the request came over TLS
 */
public record Call(
        Caller caller,
        Instant time,
        String region,
        String sourceIp,
        boolean secureTransport,
        @Nullable String userAgent,
        @Nullable String referer) {

    /** The account that the caller acts in. */
    public String accountId() {
        return caller.accountId();
    }
}
