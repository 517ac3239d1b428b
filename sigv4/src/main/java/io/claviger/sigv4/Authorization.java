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

    /** Finds the one signature of a request: "in the Authorization header, or in the query string", never in both. */
    static Step<Authorization> of(RequestHeaders headers, QueryParameters query, ServiceRules rules) {
        if (headers.duplicated) {
            return new Step.Stopped<>(Refusals.duplicatedHeader());
        }
        boolean inQuery = query.has(PresignedQuery.ALGORITHM);
        String header = headers.authorization;
        if (header == null || header.isEmpty()) {
            return inQuery ? PresignedQuery.parse(query, headers, rules) : new Step.Stopped<>(unsigned(query));
        }
        return inQuery ? new Step.Stopped<>(Refusals.signedTwice()) : AuthorizationHeader.parse(header, headers);
    }

    private static Refusal unsigned(QueryParameters query) {
        return query.has("AWSAccessKeyId") && query.has("Signature")
                ? Refusals.unsupportedAlgorithm("AWS Signature Version 2")
                : Refusals.missingToken();
    }

    /** The record itself holds a signature and perhaps a session token: it is not for print. */
    @Override
    public String toString() {
        return method + " " + algorithm;
    }
}
