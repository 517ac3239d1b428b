package io.claviger.sigv4;

import java.util.Objects;

/**
 * What a {@link CredentialSource} knows of an access key.
 *
 * @param <P> what the server knows a caller as
 */
public sealed interface Lookup<P> {

    /** The key is good; whether the signature is remains to be seen. */
    record Found<P>(P principal, SigningSecret secret) implements Lookup<P> {
        public Found {
            Objects.requireNonNull(principal);
            Objects.requireNonNull(secret);
        }
    }

    /** No such key, or one that is not active: a client cannot tell which. */
    record Unknown<P>() implements Lookup<P> {}

    /** The session token is missing, is not this key's, or was never issued. */
    record TokenInvalid<P>() implements Lookup<P> {}

    /** The session token was good once. */
    record TokenExpired<P>() implements Lookup<P> {}
}
