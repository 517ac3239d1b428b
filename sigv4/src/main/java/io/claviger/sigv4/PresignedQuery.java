package io.claviger.sigv4;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a presigned URL: "{@code X-Amz-Algorithm, X-Amz-Credential, X-Amz-Date, X-Amz-Expires, X-Amz-SignedHeaders,
 * X-Amz-Signature}", and {@code X-Amz-Security-Token} for temporary keys.
 */
final class PresignedQuery {

    static final String ALGORITHM = "X-Amz-Algorithm";
    static final String CREDENTIAL = "X-Amz-Credential";
    static final String DATE = "X-Amz-Date";
    static final String EXPIRES = "X-Amz-Expires";
    static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
    static final String SIGNATURE = "X-Amz-Signature";
    static final String SECURITY_TOKEN = "X-Amz-Security-Token";
    static final String CONTENT_SHA256 = "X-Amz-Content-Sha256";

    /** "The canonical query string … all of the parameters except X-Amz-Signature." */
    static final Set<String> NEVER_SIGNED = Set.of(SIGNATURE);

    /** What is left out where the session token was added after signing. */
    static final Set<String> TOKEN_NOT_SIGNED = Set.of(SIGNATURE, SECURITY_TOKEN);

    /** In the order in which AWS names those that are missing. */
    private static final List<String> REQUIRED = List.of(ALGORITHM, CREDENTIAL, SIGNATURE, SIGNED_HEADERS, DATE);

    private static final List<String> SINGLE =
            List.of(ALGORITHM, CREDENTIAL, SIGNATURE, SIGNED_HEADERS, DATE, EXPIRES, SECURITY_TOKEN, CONTENT_SHA256);

    private static final long WEEK = 604_800;

    private PresignedQuery() {}

    static Step<Authorization> parse(QueryParameters query, RequestHeaders headers, ServiceRules rules) {
        Refusal refusal = incomplete(query, rules);
        if (refusal != null) {
            return new Step.Stopped<>(refusal);
        }
        String date = text(query, DATE);
        SigningTime time = SigningTime.parse(date);
        if (time == null) {
            return new Step.Stopped<>(Refusals.badDate(date));
        }
        String stated = query.value(EXPIRES);
        long expires = stated == null ? 0 : seconds(stated);
        if (expires < 0) {
            return new Step.Stopped<>(Refusals.badExpires(stated == null ? "" : stated));
        }
        if (expires > WEEK) {
            return new Step.Stopped<>(Refusals.expiresTooLate(rules.presignMax()));
        }
        String token = query.value(SECURITY_TOKEN);
        if (token != null && headers.securityToken != null) {
            return new Step.Stopped<>(Refusals.duplicatedHeader());
        }
        return new Step.Done<>(new Authorization(
                AuthMethod.PRESIGNED_QUERY,
                text(query, ALGORITHM),
                text(query, CREDENTIAL),
                SignedHeaders.parse(text(query, SIGNED_HEADERS)),
                text(query, SIGNATURE),
                time,
                expires,
                token != null ? token : headers.securityToken));
    }

    private static @Nullable Refusal incomplete(QueryParameters query, ServiceRules rules) {
        StringBuilder complaints = new StringBuilder();
        for (String name : REQUIRED) {
            if (text(query, name).isEmpty()) {
                complaints.append(Refusals.mustInclude(name));
            }
        }
        if (rules.presigned() == ServiceRules.PresignedLife.AS_STATED
                && text(query, EXPIRES).isEmpty()) {
            complaints.append(Refusals.mustInclude(EXPIRES));
        }
        for (String name : SINGLE) {
            if (query.count(name) > 1) {
                complaints.append(Refusals.mustIncludeOnce(name));
            }
        }
        return complaints.isEmpty() ? null : Refusals.incompleteQuery(complaints.toString());
    }

    private static String text(QueryParameters query, String name) {
        String value = query.value(name);
        return value == null ? "" : value;
    }

    /** A decimal number of seconds; -1 for anything else, {@link Long#MAX_VALUE} for too many to count. */
    private static long seconds(String text) {
        if (text.isEmpty()) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return text.length() > 9 ? Long.MAX_VALUE : Long.parseLong(text);
    }
}
