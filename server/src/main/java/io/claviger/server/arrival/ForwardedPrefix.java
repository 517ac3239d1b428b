package io.claviger.server.arrival;

import io.claviger.access.Caller;
import io.claviger.sigv4.HttpRequest;
import io.claviger.sigv4.Refusal;
import io.claviger.sigv4.Verification;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The beginning of a path that a proxy took away before it passed the request on, and says so in {@code
 * X-Forwarded-Prefix}: the client signed the path with it. It proves nothing, and need not: what is signed is still the
 * client's word, and all paths lead to the same operations.
 */
final class ForwardedPrefix {

    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]{1,64}){1,8}");

    private ForwardedPrefix() {}

    /** The request as it was signed, if it was refused for its signature, and a proxy says what it took away. */
    static Optional<HttpRequest> restored(Verification.Refused<Caller> refused, HttpRequest request) {
        if (refused.refusal().code() != Refusal.Code.SIGNATURE_DOES_NOT_MATCH) {
            return Optional.empty();
        }
        String prefix = SentHeader.value(request, "X-Forwarded-Prefix");
        return prefix != null && PREFIX.matcher(prefix).matches()
                ? Optional.of(new HttpRequest(
                        request.method(), prefix + request.path(), request.query(), request.headers(), request.body()))
                : Optional.empty();
    }
}
