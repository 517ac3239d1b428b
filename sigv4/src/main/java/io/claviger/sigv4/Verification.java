package io.claviger.sigv4;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of verifying a request.
 *
 * @param <P> what the server knows a caller as
 */
public sealed interface Verification<P> {

    /**
     * The request was signed, now, for this service, by the owner of the key.
     *
     * @param signedAt the time the signature states, to the second
     * @param payload what is known about the body, and how to read it where it is a stream
     */
    record Verified<P>(
            P principal,
            String accessKeyId,
            CredentialScope scope,
            Instant signedAt,
            AuthMethod method,
            Payload payload)
            implements Verification<P> {}

    /**
     * The request is not to be served.
     *
     * @param accessKeyId the key the request claims, as far as it could be read; unproven
     */
    record Refused<P>(Refusal refusal, @Nullable String accessKeyId) implements Verification<P> {}
}
