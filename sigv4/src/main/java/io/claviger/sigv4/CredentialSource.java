package io.claviger.sigv4;

import org.jspecify.annotations.Nullable;

/**
 * Knows the keys: from an access key ID to the one who owns it, and the secret to check the signature with. Must be safe
 * for use by many threads. What it throws, {@link Verifier#verify} throws.
 *
 * @param <P> what the server knows a caller as
 */
@FunctionalInterface
public interface CredentialSource<P> {

    /**
     * Looks a key up. Nothing about the request is proven yet: the answer must not have effects.
     *
     * @param accessKeyId as sent, at most {@link Bounds#ACCESS_KEY_ID} characters of any kind
     * @param sessionToken the session token sent beside it, never empty; null when there was none. The source must
     *     refuse a token that is not this key's, and a temporary key without its token
     */
    Lookup<P> find(String accessKeyId, @Nullable String sessionToken);
}
