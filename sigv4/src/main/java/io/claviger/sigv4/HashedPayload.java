package io.claviger.sigv4;

import org.jspecify.annotations.Nullable;

/**
 * "HashedPayload: a string created using the payload in the body of the HTTP request as input to a hash function. If
 * the payload is empty, use an empty string as the input." Or what stands in its place.
 *
 * @param text what the canonical request ends with
 * @param chunks the format of a chunked body, or null
 * @param unsigned whether the body was left open
 * @param asDeclared whether the body has the hash that the request declares, where it declares one
 */
record HashedPayload(String text, @Nullable ChunkFormat chunks, boolean unsigned, boolean asDeclared) {

    static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    static Step<HashedPayload> of(Claim claim, ServiceRules rules) {
        boolean presigned = claim.authorization().method() == AuthMethod.PRESIGNED_QUERY;
        String declared = presigned ? claim.query().value(PresignedQuery.CONTENT_SHA256) : null;
        declared = declared == null ? claim.headers().contentSha256 : declared;
        if (declared == null && rules.contentSha256Required() && !presigned) {
            return new Step.Stopped<>(Refusals.contentSha256Missing());
        }
        if (declared == null && presigned) {
            declared = rules.unsignedPayloadAllowed() ? UNSIGNED : null;
        }
        return new Step.Done<>(of(claim.request().body(), declared, rules));
    }

    private static HashedPayload of(byte[] body, @Nullable String declared, ServiceRules rules) {
        if (declared != null && declared.equals(UNSIGNED) && rules.unsignedPayloadAllowed()) {
            return new HashedPayload(declared, null, true, true);
        }
        ChunkFormat chunks = declared == null ? null : ChunkFormat.announcedBy(declared);
        if (declared != null && chunks != null && rules.chunkedPayloadAllowed()) {
            return new HashedPayload(declared, chunks, false, true);
        }
        String actual = Sha256.hexHash(body);
        if (declared == null) {
            return new HashedPayload(actual, null, false, true);
        }
        String text = rules.contentSha256Required() ? declared : actual;
        return new HashedPayload(text, null, false, declared.equals(actual));
    }
}
