package io.claviger.sigv4;

import org.jspecify.annotations.Nullable;

/**
 * What a request says about who signed it, as read from its {@code Authorization} header or its query string, and
 * proven by nothing yet.
 *
 * @param algorithm as sent
 * @param credential as sent
 * @param signature as sent
 * @param expires the life of a presigned request in seconds; 0 where none is stated
 * @param sessionToken as sent, or null
 */
record Authorization(
        AuthMethod method,
        String algorithm,
        String credential,
        SignedHeaders signedHeaders,
        String signature,
        SigningTime time,
        long expires,
        @Nullable String sessionToken) {

    /** The record itself holds a signature and perhaps a session token: it is not for print. */
    @Override
    public String toString() {
        return method + " " + algorithm;
    }
}
