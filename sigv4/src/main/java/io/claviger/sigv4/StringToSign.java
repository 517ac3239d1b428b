package io.claviger.sigv4;

/**
 * "Create a string to sign by concatenating the following strings, separated by newline characters: Algorithm,
 * RequestDateTime, CredentialScope, HashedCanonicalRequest."
 */
final class StringToSign {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private StringToSign() {}

    static String ofRequest(SigningTime time, CredentialScope scope, CanonicalRequest request) {
        return of(ALGORITHM, time, scope) + request.hash();
    }

    /** The string of one chunk of a body: it hangs on the signature before it. */
    static String ofChunk(SigningTime time, CredentialScope scope, String previousSignature, String hashedChunk) {
        return of("AWS4-HMAC-SHA256-PAYLOAD", time, scope)
                + previousSignature
                + '\n'
                + Sha256.EMPTY_HEX
                + '\n'
                + hashedChunk;
    }

    /** The string of the trailer of a body. */
    static String ofTrailer(SigningTime time, CredentialScope scope, String previousSignature, String hashedTrailer) {
        return of("AWS4-HMAC-SHA256-TRAILER", time, scope) + previousSignature + '\n' + hashedTrailer;
    }

    private static String of(String algorithm, SigningTime time, CredentialScope scope) {
        return algorithm + '\n' + time.text() + '\n' + scope + '\n';
    }
}
