package io.claviger.sigv4;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests as a client does: for tests, tools, and servers that call others. Immutable, safe for use by many
 * threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed AWS API request</a>
 */
public final class Signer {

    /** Headers that proxies add or change on the way, and the one the signature goes into. */
    private static final Set<String> NEVER_SIGNED =
            Set.of("authorization", "connection", "expect", "transfer-encoding", "user-agent", "x-amzn-trace-id");

    private final String accessKeyId;
    private final SigningSecret secret;
    private final @Nullable String sessionToken;
    private final String region;
    private final String service;
    private final boolean objectStore;

    private Signer(
            String accessKeyId,
            SigningSecret secret,
            @Nullable String sessionToken,
            String region,
            String service,
            boolean objectStore) {
        this.accessKeyId = accessKeyId;
        this.secret = secret;
        this.sessionToken = sessionToken;
        this.region = region;
        this.service = service;
        this.objectStore = objectStore;
    }

    /** A signer with a long-term key. */
    public static Signer of(String accessKeyId, SigningSecret secret, String region, String service) {
        return new Signer(accessKeyId, secret, null, region, service, false);
    }

    /** The same signer with the session token of a temporary key. */
    public Signer withSessionToken(String token) {
        return new Signer(accessKeyId, secret, token, region, service, objectStore);
    }

    /** The same signer for Amazon S3 and its like: paths as they are, and {@code x-amz-content-sha256} sent along. */
    public Signer forObjectStore() {
        return new Signer(accessKeyId, secret, sessionToken, region, service, true);
    }

    /**
     * Signs in the {@code Authorization} header.
     *
     * @param request with its {@code Host} header, and without any header of a signature
     * @throws IllegalArgumentException when it cannot be signed: a path or query that cannot be encoded
     */
    public HttpRequest sign(HttpRequest request, Instant at) {
        SigningTime time = SigningTime.of(at.getEpochSecond());
        List<Header> headers = new ArrayList<>(request.headers());
        headers.add(new Header("X-Amz-Date", time.text()));
        if (sessionToken != null) {
            headers.add(new Header("X-Amz-Security-Token", sessionToken));
        }
        String hashedPayload = Sha256.hexHash(request.body());
        if (objectStore) {
            headers.add(new Header(RequestHeaders.CONTENT_SHA256, hashedPayload));
        }
        SignedHeaders signed = signedHeaders(headers);
        CredentialScope scope = new CredentialScope(time.date(), region, service);
        String signature = signature(request, request.query(), headers, signed, hashedPayload, time, scope);
        headers.add(new Header(
                "Authorization",
                StringToSign.ALGORITHM + " Credential=" + accessKeyId + "/" + scope + ", SignedHeaders=" + signed
                        + ", Signature=" + signature));
        return new HttpRequest(request.method(), request.path(), request.query(), headers, request.body());
    }

    /**
     * Signs in the query string. For an object store the body stays open, as its clients leave it.
     *
     * @param life how long the request is to be good, at most seven days
     * @throws IllegalArgumentException when it cannot be signed: a path or query that cannot be encoded
     */
    public HttpRequest presign(HttpRequest request, Instant at, Duration life) {
        SigningTime time = SigningTime.of(at.getEpochSecond());
        SignedHeaders signed = signedHeaders(request.headers());
        CredentialScope scope = new CredentialScope(time.date(), region, service);
        StringBuilder query = new StringBuilder(request.query());
        append(query, PresignedQuery.ALGORITHM, StringToSign.ALGORITHM);
        append(query, PresignedQuery.CREDENTIAL, accessKeyId + "/" + scope);
        append(query, PresignedQuery.DATE, time.text());
        append(query, PresignedQuery.EXPIRES, Long.toString(life.toSeconds()));
        append(query, PresignedQuery.SIGNED_HEADERS, signed.toString());
        if (sessionToken != null) {
            append(query, PresignedQuery.SECURITY_TOKEN, sessionToken);
        }
        String hashedPayload = objectStore ? HashedPayload.UNSIGNED : Sha256.hexHash(request.body());
        append(
                query,
                PresignedQuery.SIGNATURE,
                signature(request, query.toString(), request.headers(), signed, hashedPayload, time, scope));
        return new HttpRequest(request.method(), request.path(), query.toString(), request.headers(), request.body());
    }

    private String signature(
            HttpRequest request,
            String query,
            List<Header> headers,
            SignedHeaders signed,
            String hashedPayload,
            SigningTime time,
            CredentialScope scope) {
        String uri = CanonicalUri.of(request.path(), !objectStore);
        if (uri == null || !(QueryParameters.parse(query) instanceof Step.Done<QueryParameters>(var parameters))) {
            throw new IllegalArgumentException("path or query cannot be encoded");
        }
        CanonicalRequest canonical = CanonicalRequest.of(
                request.method(), uri, parameters.canonical(), signed, new RequestHeaders(headers), hashedPayload);
        return secret.keyFor(scope).sign(StringToSign.ofRequest(time, scope, canonical));
    }

    private static SignedHeaders signedHeaders(List<Header> headers) {
        TreeSet<String> names = new TreeSet<>();
        for (Header header : headers) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!NEVER_SIGNED.contains(name)) {
                names.add(name);
            }
        }
        return SignedHeaders.parse(String.join(";", names));
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(UriEncoding.encode(value));
    }
}
