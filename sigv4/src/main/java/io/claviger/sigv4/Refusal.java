package io.claviger.sigv4;

import java.util.Objects;

/**
 * Why a request is not to be served, in AWS's words. Which situation gives which text, and how far AWS's behaviour is
 * known, stands in {@code docs/signature-refusals.md}. Immutable.
 *
 * @param message for the client; it repeats parts of the request, so escape it for the format it is written in. It
 *     never holds the signature that was calculated, a secret, or a session token
 */
public record Refusal(Code code, String message) {

    public Refusal {
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
    }

    /**
     * The kinds of refusal, with AWS's names for them.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">Common error types</a>
     */
    public enum Code {
        /** Nothing in the request is a signature. */
        MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationToken", 403),
        /** What should be a signature is not well formed. */
        INCOMPLETE_SIGNATURE("IncompleteSignature", 400),
        /** The signature is out of time, for something else, or wrong. */
        SIGNATURE_DOES_NOT_MATCH("SignatureDoesNotMatch", 403),
        /** The access key or its session token is not known, or not active. */
        INVALID_CLIENT_TOKEN_ID("InvalidClientTokenId", 403),
        /** The session token has expired. */
        EXPIRED_TOKEN("ExpiredToken", 403),
        /** The query string cannot be decoded. */
        MALFORMED_QUERY_STRING("MalformedQueryString", 404),
        /** The path cannot be decoded. */
        INVALID_URI("InvalidURI", 400),
        /** The request holds what cannot be signed. */
        INVALID_REQUEST("InvalidRequest", 400),
        /** The request is larger than {@link Bounds} allow. */
        REQUEST_TOO_LARGE("RequestHeaderSectionTooLarge", 400),
        /** Query authentication is there but says something impossible (S3). */
        AUTHORIZATION_QUERY_PARAMETERS_ERROR("AuthorizationQueryParametersError", 400),
        /** A presigned URL is out of time (S3). */
        ACCESS_DENIED("AccessDenied", 403),
        /** The body is not the one that was signed (S3). */
        CONTENT_SHA256_MISMATCH("XAmzContentSHA256Mismatch", 400),
        /** A chunked body does not say how long it is (S3). */
        MISSING_CONTENT_LENGTH("MissingContentLength", 411),
        /** A chunked body is shorter or longer than it said, or not well formed (S3). */
        INCOMPLETE_BODY("IncompleteBody", 400),
        /** The trailer of a chunked body is not what was announced (S3). */
        MALFORMED_TRAILER("MalformedTrailerError", 400);

        private final String wireCode;
        private final int httpStatus;

        Code(String wireCode, int httpStatus) {
            this.wireCode = wireCode;
            this.httpStatus = httpStatus;
        }

        /** AWS's name, as the body of an error response carries it. */
        public String wireCode() {
            return wireCode;
        }

        /** The status of the HTTP response. */
        public int httpStatus() {
            return httpStatus;
        }
    }
}
