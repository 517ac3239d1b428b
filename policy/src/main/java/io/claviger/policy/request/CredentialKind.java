package io.claviger.policy.request;

import io.claviger.policy.pattern.AsciiCase;

/**
 * Where credentials come from, and what may not be called with them whatever policies allow.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html">Compare AWS STS
 *     credentials</a>
 */
public enum CredentialKind {
    /** A key of a user or of an account's root. */
    LONG_TERM,
    /** A session of a role, however the role was assumed. */
    ROLE_SESSION,
    /** A session of a user that GetSessionToken made without a second factor. */
    USER_SESSION,
    /** A session of a user that GetSessionToken made with a second factor. */
    USER_SESSION_WITH_MFA,
    /** A session that GetFederationToken made. */
    FEDERATED_SESSION,
    /** A session of a member account's root user that AssumeRoot made. */
    ROOT_SESSION;

    /**
     * Whether the action may be called with such credentials, if policies allow it.
     *
     * @param action service and name in any case
     */
    public boolean permits(String action) {
        return switch (this) {
            case LONG_TERM -> true;
            case ROLE_SESSION, ROOT_SESSION ->
                !is(action, "sts:GetFederationToken") && !is(action, "sts:GetSessionToken");
            case USER_SESSION -> !in(action, "iam:") && permitsOfSts(action);
            case USER_SESSION_WITH_MFA -> permitsOfSts(action);
            case FEDERATED_SESSION ->
                !in(action, "iam:") && (!in(action, "sts:") || is(action, "sts:GetCallerIdentity"));
        };
    }

    private static boolean permitsOfSts(String action) {
        return !in(action, "sts:") || is(action, "sts:AssumeRole") || is(action, "sts:GetCallerIdentity");
    }

    private static boolean is(String action, String name) {
        return AsciiCase.equal(action, name);
    }

    private static boolean in(String action, String service) {
        return action.regionMatches(true, 0, service, 0, service.length());
    }
}
