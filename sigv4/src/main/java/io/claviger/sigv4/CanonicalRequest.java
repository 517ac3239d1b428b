package io.claviger.sigv4;

/**
 * "Create a canonical request by concatenating the following strings, separated by newline characters: HTTPMethod,
 * CanonicalUri, CanonicalQueryString, CanonicalHeaders, SignedHeaders, HashedPayload."
 *
 * @param complete whether every header that is said to be signed was there
 * @param wellFormed whether none of them held what no header may hold
 */
record CanonicalRequest(CanonicalText text, boolean complete, boolean wellFormed) {

    static CanonicalRequest of(
            String method,
            String canonicalUri,
            String canonicalQuery,
            SignedHeaders signed,
            RequestHeaders headers,
            String hashedPayload) {
        CanonicalText out = new CanonicalText();
        out.append(method).append('\n');
        out.append(canonicalUri).append('\n');
        out.append(canonicalQuery).append('\n');
        boolean complete = true;
        boolean wellFormed = true;
        for (int i = 0; i < signed.count(); i++) {
            switch (headers.appendCanonical(out, signed.name(i))) {
                case PRESENT -> {}
                case ABSENT -> complete = false;
                case MALFORMED -> wellFormed = false;
            }
        }
        out.append('\n');
        out.append(signed.toString()).append('\n');
        out.append(hashedPayload);
        return new CanonicalRequest(out, complete, wellFormed);
    }

    /** "Create a hash (digest) of the canonical request": SHA-256 in lower-case hexadecimal. */
    String hash() {
        return text.hexHash();
    }
}
