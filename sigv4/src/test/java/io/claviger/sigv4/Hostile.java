package io.claviger.sigv4;

import static io.claviger.sigv4.Requests.presigned;
import static io.claviger.sigv4.Requests.query;

import io.claviger.sigv4.Refusal.Code;

/**
 * A request that nobody may be taken in by.
 *
 * @param message how the refusal's text begins
 */
record Hostile(String name, HttpRequest request, Code code, String message) {

    private static final String MISMATCH = "The request signature we calculated does not match";

    @Override
    public String toString() {
        return name;
    }

    static Hostile missing(String name, HttpRequest request) {
        return new Hostile(name, request, Code.MISSING_AUTHENTICATION_TOKEN, "Request is missing Authentication Token");
    }

    static Hostile incomplete(String name, HttpRequest request, String message) {
        return new Hostile(name, request, Code.INCOMPLETE_SIGNATURE, message);
    }

    static Hostile scope(String name, HttpRequest request, String message) {
        return new Hostile(name, request, Code.SIGNATURE_DOES_NOT_MATCH, message);
    }

    static Hostile mismatch(String name, HttpRequest request) {
        return new Hostile(name, request, Code.SIGNATURE_DOES_NOT_MATCH, MISMATCH);
    }

    static Hostile malformed(String name, HttpRequest request) {
        return new Hostile(name, request, Code.MALFORMED_QUERY_STRING, "The query string contains a syntax error.");
    }

    static Hostile expires(String name, String parameter, String message) {
        HttpRequest request = query(presigned(), "X-Amz-Expires=300", parameter);
        return new Hostile("expires: " + name, request, Code.AUTHORIZATION_QUERY_PARAMETERS_ERROR, message);
    }

    static Hostile tooLarge(String name, HttpRequest request) {
        return new Hostile(name, request, Code.REQUEST_TOO_LARGE, "The ");
    }
}
