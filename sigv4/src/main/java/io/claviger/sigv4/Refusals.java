package io.claviger.sigv4;

import io.claviger.sigv4.Refusal.Code;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** AWS's words for each refusal; the table in {@code docs/signature-refusals.md} says where each comes from. */
final class Refusals {

    private static final String MISMATCH = "The request signature we calculated does not match the signature you"
            + " provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.";

    private Refusals() {}

    static Refusal missingToken() {
        return new Refusal(Code.MISSING_AUTHENTICATION_TOKEN, "Request is missing Authentication Token");
    }

    static Refusal signedTwice() {
        return mismatch("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
    }

    static Refusal duplicatedHeader() {
        return incomplete("A header that carries authentication must be in a request only once.");
    }

    static Refusal noAlgorithm() {
        return incomplete(
                "Authorization header must begin with the algorithm name, which cannot include an" + " equal-sign");
    }

    static Refusal noKeyValuePair(String header) {
        return incomplete("Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256"
                + " and encoded with Base64): '" + hashed(header) + "'.");
    }

    static Refusal incompleteHeader(
            String header, boolean credential, boolean signature, boolean signedHeaders, boolean date) {
        return incomplete((credential ? "Authorization header requires 'Credential' parameter. " : "")
                + (signature ? "Authorization header requires 'Signature' parameter. " : "")
                + (signedHeaders ? "Authorization header requires 'SignedHeaders' parameter. " : "")
                + (date ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. " : "")
                + "(Hashed with SHA-256 and encoded with Base64) Authorization=" + hashed(header));
    }

    static Refusal oddElement(String key) {
        return incomplete("Authorization header has a '" + key + "' parameter that it should not have, or has twice.");
    }

    static String mustInclude(String parameter) {
        return "AWS query-string parameters must include '" + parameter + "'. ";
    }

    static String mustIncludeOnce(String parameter) {
        return "AWS query-string parameters must include '" + parameter + "' only once. ";
    }

    static Refusal incompleteQuery(String complaints) {
        return incomplete(complaints + "Re-examine the query-string parameters.");
    }

    static Refusal badDate(String date) {
        return incomplete("Date must be in ISO-8601 'basic format'. Got '" + date
                + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    static Refusal badExpires(String expires) {
        return new Refusal(
                Code.AUTHORIZATION_QUERY_PARAMETERS_ERROR,
                expires.startsWith("-") ? "X-Amz-Expires must be non-negative" : "X-Amz-Expires should be a number");
    }

    static Refusal expiresTooLate(Duration most) {
        return new Refusal(
                Code.AUTHORIZATION_QUERY_PARAMETERS_ERROR,
                "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less"
                        + " than " + Math.min(most.toSeconds(), 604_800) + " seconds");
    }

    static Refusal presignedExpired() {
        return new Refusal(Code.ACCESS_DENIED, "Request has expired");
    }

    static Refusal presignedTooEarly() {
        return new Refusal(Code.ACCESS_DENIED, "Request is not valid yet");
    }

    static Refusal expired(SigningTime signed, long now, long skew) {
        return mismatch("Signature expired: " + signed.text() + " is now earlier than "
                + SigningTime.of(now - skew).text() + " (" + SigningTime.of(now).text() + " - " + skew / 60 + " min.)");
    }

    static Refusal notYetCurrent(SigningTime signed, long now, long skew) {
        return mismatch("Signature not yet current: " + signed.text() + " is still later than "
                + SigningTime.of(now + skew).text() + " (" + SigningTime.of(now).text() + " + " + skew / 60 + " min.)");
    }

    static Refusal hostNotSigned() {
        return mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    static Refusal headersNotSigned(List<String> names) {
        return mismatch("There were headers present in the request which were not signed: " + String.join(", ", names));
    }

    static Refusal signedHeadersNotCanonical() {
        return mismatch("'SignedHeaders' must be lowercase header names, sorted, each of them once.");
    }

    static Refusal unsupportedAlgorithm(String algorithm) {
        return incomplete("Unsupported AWS 'algorithm': '" + algorithm + "' (only AWS4-HMAC-SHA256 for now). ");
    }

    static Refusal badCredential(String credential) {
        return incomplete("Credential must have exactly 5 slash-delimited elements, e.g."
                + " keyid/date/region/service/term, got '" + credential + "'");
    }

    static Refusal outOfScope(
            ServiceRules rules,
            SigningTime time,
            boolean region,
            boolean service,
            @Nullable String wrongTerminator,
            @Nullable String wrongDate) {
        String services = String.join("' or '", new TreeSet<>(rules.services().keySet()));
        return mismatch((region ? "" : "Credential should be scoped to a valid region. ")
                + (service ? "" : "Credential should be scoped to correct service: '" + services + "'. ")
                + (wrongTerminator == null
                        ? ""
                        : "Credential should be scoped with a valid terminator: 'aws4_request', not '" + wrongTerminator
                                + "'. ")
                + (wrongDate == null
                        ? ""
                        : "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                                + wrongDate + "' != '" + time.date() + "', from '" + time.text()
                                + "'."));
    }

    static Refusal unknownKey() {
        return new Refusal(Code.INVALID_CLIENT_TOKEN_ID, "The security token included in the request is invalid.");
    }

    static Refusal tokenInvalid() {
        return new Refusal(Code.INVALID_CLIENT_TOKEN_ID, "The security token included in the request is invalid");
    }

    static Refusal tokenExpired() {
        return new Refusal(Code.EXPIRED_TOKEN, "The security token included in the request is expired");
    }

    static Refusal signatureDoesNotMatch(String canonicalRequest, String stringToSign) {
        return mismatch(MISMATCH + "\n\nThe Canonical String for this request should have been\n'" + canonicalRequest
                + "'\n\nThe String-to-Sign should have been\n'" + stringToSign + "'\n");
    }

    static Refusal chunkDoesNotMatch() {
        return mismatch(MISMATCH);
    }

    static Refusal contentSha256Missing() {
        return new Refusal(Code.INVALID_REQUEST, "Missing required header for this request: x-amz-content-sha256");
    }

    static Refusal contentSha256Mismatch() {
        return new Refusal(
                Code.CONTENT_SHA256_MISMATCH,
                "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }

    static Refusal missingContentLength() {
        return new Refusal(Code.MISSING_CONTENT_LENGTH, "You must provide the Content-Length HTTP header.");
    }

    static Refusal incompleteBody() {
        return new Refusal(Code.INCOMPLETE_BODY, "The request body terminated unexpectedly");
    }

    static Refusal malformedTrailer() {
        return new Refusal(
                Code.MALFORMED_TRAILER,
                "The request contained trailing data that was not well-formed or did not conform to our published"
                        + " schema.");
    }

    static Refusal malformedQueryString() {
        return new Refusal(Code.MALFORMED_QUERY_STRING, "The query string contains a syntax error.");
    }

    static Refusal invalidUri() {
        return new Refusal(Code.INVALID_URI, "Couldn't parse the specified URI.");
    }

    static Refusal malformedRequest(String part) {
        return new Refusal(Code.INVALID_REQUEST, "The " + part + " holds characters that it may not hold.");
    }

    static Refusal tooLarge(String part, int most) {
        return new Refusal(Code.REQUEST_TOO_LARGE, "The " + part + " exceeds the maximum of " + most + ".");
    }

    private static Refusal incomplete(String message) {
        return new Refusal(Code.INCOMPLETE_SIGNATURE, message);
    }

    private static Refusal mismatch(String message) {
        return new Refusal(Code.SIGNATURE_DOES_NOT_MATCH, message);
    }

    /** AWS stopped repeating the header itself, since it may hold a credential of another kind. */
    private static String hashed(String header) {
        return Base64.getEncoder().encodeToString(Sha256.hash(header.getBytes(StandardCharsets.UTF_8)));
    }
}
