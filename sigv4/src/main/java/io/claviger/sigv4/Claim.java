package io.claviger.sigv4;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that claims to be signed by someone, in time and for this service: everything that can be said without the
 * secret has been checked, in the order in which AWS checks it.
 */
record Claim(
        HttpRequest request,
        RequestHeaders headers,
        QueryParameters query,
        String canonicalUri,
        Authorization authorization,
        Credential credential) {

    static Step<Claim> of(HttpRequest request, ServiceRules rules, long now) {
        Refusal refusal = unreadable(request);
        if (refusal != null) {
            return new Step.Stopped<>(refusal);
        }
        String uri = CanonicalUri.of(request.path(), rules.pathNormalized());
        if (uri == null) {
            return new Step.Stopped<>(Refusals.invalidUri());
        }
        return switch (QueryParameters.parse(request.query())) {
            case Step.Stopped<QueryParameters>(var malformed, var id) -> new Step.Stopped<>(malformed, id);
            case Step.Done<QueryParameters>(var query) -> of(request, uri, query, rules, now);
        };
    }

    private static Step<Claim> of(
            HttpRequest request, String uri, QueryParameters query, ServiceRules rules, long now) {
        RequestHeaders headers = new RequestHeaders(request.headers());
        return switch (authorization(headers, query, rules)) {
            case Step.Stopped<Authorization>(var refusal, var id) -> new Step.Stopped<>(refusal, id);
            case Step.Done<Authorization>(var authorization) -> {
                Credential credential = Credential.parse(authorization.credential());
                Refusal refusal = refusal(authorization, credential, headers, rules, now);
                yield credential == null || refusal != null
                        ? new Step.Stopped<>(
                                refusal == null ? Refusals.badCredential(authorization.credential()) : refusal,
                                credential == null ? null : credential.accessKeyId())
                        : new Step.Done<>(new Claim(request, headers, query, uri, authorization, credential));
            }
        };
    }

    /** Finds the one signature of a request: "in the Authorization header, or in the query string", never in both. */
    private static Step<Authorization> authorization(
            RequestHeaders headers, QueryParameters query, ServiceRules rules) {
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

    private static @Nullable Refusal unreadable(HttpRequest request) {
        Refusal refusal = Bounds.exceededBy(request);
        if (refusal != null) {
            return refusal;
        }
        String method = request.method();
        boolean readable = !method.isEmpty();
        for (int i = 0; i < method.length(); i++) {
            char c = method.charAt(i);
            readable &= c != '~' && c != '.' && UriEncoding.isUnreserved(c);
        }
        return readable ? null : Refusals.malformedRequest("method");
    }

    private static @Nullable Refusal refusal(
            Authorization authorization,
            @Nullable Credential credential,
            RequestHeaders headers,
            ServiceRules rules,
            long now) {
        Refusal stale = Freshness.refusal(authorization, rules, now);
        if (stale != null) {
            return stale;
        }
        SignedHeaders signed = authorization.signedHeaders();
        if (!signed.isCanonical() && !signed.toString().isEmpty()) {
            return Refusals.signedHeadersNotCanonical();
        }
        if (!headers.hostIsSigned(signed)) {
            return Refusals.hostNotSigned();
        }
        List<String> unsigned = headers.unsigned(signed, rules.sessionTokenMayBeUnsigned());
        if (!unsigned.isEmpty()) {
            return Refusals.headersNotSigned(unsigned);
        }
        if (!authorization.algorithm().equals(StringToSign.ALGORITHM)) {
            return Refusals.unsupportedAlgorithm(authorization.algorithm());
        }
        if (credential == null) {
            return Refusals.badCredential(authorization.credential());
        }
        Refusal outOfScope = credential.outOfScope(rules, authorization.time());
        if (outOfScope != null) {
            return outOfScope;
        }
        String token = authorization.sessionToken();
        return token != null && token.isEmpty() ? Refusals.tokenInvalid() : null;
    }

    /**
     * The canonical request of what was received.
     *
     * @param hashedPayload what it ends with
     */
    CanonicalRequest canonicalRequest(String hashedPayload, Set<String> unsignedParameters) {
        String canonicalQuery = authorization.method() == AuthMethod.HEADER
                ? query.canonical()
                : query.canonicalWithout(unsignedParameters);
        return CanonicalRequest.of(
                request.method(), canonicalUri, canonicalQuery, authorization.signedHeaders(), headers, hashedPayload);
    }

    /** Whether a session token in the query may have been added after signing. */
    boolean tokenMayBeUnsigned(ServiceRules rules) {
        return authorization.method() == AuthMethod.PRESIGNED_QUERY
                && rules.sessionTokenMayBeUnsigned()
                && query.has(PresignedQuery.SECURITY_TOKEN);
    }
}
