package io.claviger.server.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call, as the audit trail shows it. Immutable, provided that the maps' suppliers give the same whenever they are
 * asked: they are asked later, on the trail's own thread.
 *
 * @param requestId as the answer names it
 * @param additional what is neither of the request nor of the answer, in CloudTrail's names; mostly empty
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">
 *     CloudTrail record contents</a>
 */
public record AuditEvent(
        Instant time,
        AuditedIdentity identity,
        Action action,
        Origin origin,
        Outcome outcome,
        String requestId,
        Map<String, Object> additional) {

    /** The parameters or elements of a call that has none, or whose are not shown. */
    public static final Supplier<Map<String, Object>> NOTHING = Map::of;

    /** Copies the map. */
    public AuditEvent {
        additional = Map.copyOf(additional);
    }

    /** An event about which there is nothing additional to say. */
    public AuditEvent(
            Instant time, AuditedIdentity identity, Action action, Origin origin, Outcome outcome, String requestId) {
        this(time, identity, action, origin, outcome, requestId, Map.of());
    }

    /**
     * Whether somebody proved who they are: by a signature, or by the right password. Anyone who reaches the port can
     * cause the other events, as many as they like.
     */
    public boolean isVerified() {
        return switch (action.kind()) {
            case API_CALL -> true;
            case UNVERIFIED_API_CALL -> false;
            case SIGN_IN -> outcome instanceof Outcome.Done;
        };
    }

    /**
     * What was called.
     *
     * @param source the service's host name at AWS, such as {@code iam.amazonaws.com}
     * @param name such as {@code CreateUser}
     * @param region the region of the credential scope
     * @param parameters what the caller asked for, in lower camel case and without secrets; text, numbers, booleans,
     *     instants, lists and maps of these
     */
    public record Action(
            String source, Kind kind, String name, String region, Supplier<Map<String, Object>> parameters) {

        private static final List<String> READING =
                List.of("Get", "List", "Simulate", "Generate", "Decode", "AssumeRole");

        /** Whether it changes nothing. */
        boolean isReading() {
            return READING.stream().anyMatch(name::startsWith);
        }
    }

    /** The value of {@code eventType}. */
    public enum Kind {
        /** A call of the API. */
        API_CALL("AwsApiCall"),
        /** A call of the API that nobody is known to have signed: what it says, it claims. */
        UNVERIFIED_API_CALL("AwsApiCall"),
        /** Signing in, and what concerns it: a new password. */
        SIGN_IN("AwsConsoleSignIn");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }

    /**
     * From where the call came.
     *
     * @param address the peer's IP address
     * @param host the Host header
     * @param secure whether it came over TLS, to this server or to a proxy
     * @param tls how, where it was this server
     */
    public record Origin(
            String address,
            @Nullable String userAgent,
            @Nullable String host,
            boolean secure,
            @Nullable Tls tls) {}

    /**
     * What client and server agreed on.
     *
     * @param version such as {@code TLSv1.3}
     * @param cipherSuite such as {@code TLS_AES_256_GCM_SHA384}
     */
    public record Tls(String version, String cipherSuite) {}

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It was done.
         *
         * @param elements what was made or changed, in lower camel case and without secrets
         */
        record Done(Supplier<Map<String, Object>> elements) implements Outcome {}

        /** It was refused, or failed. */
        record Failed(String code, String message) implements Outcome {}
    }
}
