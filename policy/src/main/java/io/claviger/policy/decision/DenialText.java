package io.claviger.policy.decision;

import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.Decision.Denied;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import io.claviger.policy.request.MatchedStatement;
import org.jspecify.annotations.Nullable;

/**
 * What AWS answers when policies refuse a request. Stateless, and safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied error
 *     messages</a>
 */
public final class DenialText {

    private DenialText() {}

    /**
     * The whole message of an {@code AccessDenied}.
     *
     * @param principal who asked, usually an ARN
     * @param action as the service spells it, such as {@code iam:GetUser}
     * @param resource what the service calls the resource; null if it does not say
     * @param denied why it was refused
     */
    public static String message(String principal, String action, @Nullable String resource, Denied denied) {
        return "User: " + principal + " is not authorized to perform: " + action
                + (resource == null ? "" : " on resource: " + resource) + " " + reason(action, denied);
    }

    /** The message's last part, from {@code because} or {@code with} on. */
    public static String reason(String action, Denied denied) {
        return switch (denied) {
            case ImplicitlyDenied(PolicyType missing) ->
                "because no " + name(missing) + " allows the " + action + " action";
            case ExplicitlyDenied(MatchedStatement by, PolicyType in) ->
                "with an explicit deny in " + article(in) + " " + name(in) + named(by);
        };
    }

    private static String name(PolicyType type) {
        return switch (type) {
            case IDENTITY -> "identity-based policy";
            case RESOURCE -> "resource-based policy";
            case TRUST -> "role trust policy";
            case PERMISSIONS_BOUNDARY -> "permissions boundary";
            case SESSION -> "session policy";
            case SERVICE_CONTROL -> "service control policy";
            case RESOURCE_CONTROL -> "resource control policy";
        };
    }

    private static String article(PolicyType type) {
        return switch (type) {
            case IDENTITY -> "an";
            case TRUST -> "the";
            default -> "a";
        };
    }

    /** AWS names a managed policy by its ARN; an inline one has none. */
    private static String named(MatchedStatement by) {
        return by.policy().startsWith("arn:") ? ": " + by.policy() : "";
    }
}
