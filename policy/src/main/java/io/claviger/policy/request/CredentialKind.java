package io.claviger.policy.request;

import io.claviger.policy.pattern.AsciiCase;
import java.util.Optional;

/**
 * Where credentials come from, and what may not be called with them whatever policies allow. This is the one place for
 * these rules; {@link #barred} says what AWS answers.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html">Compare AWS STS
 *     credentials</a>
 */
public enum CredentialKind {
    /** A key of a user or of an account's root. */
    LONG_TERM,
    /** A session that signing in with a password made: as good as the user's key, but it makes no other sessions. */
    SIGN_IN_SESSION,
    /** A session of a role, however the role was assumed. */
    ROLE_SESSION,
    /** A session of a user that GetSessionToken made without a second factor. */
    USER_SESSION,
    /** A session of a user that GetSessionToken made with a second factor. */
    USER_SESSION_WITH_MFA,
    /** A session that GetFederationToken made. */
    FEDERATED_SESSION,
    /** A session of a member account's root user that AssumeRoot made. */
    ROOT_SESSION,
    /** What an identity provider vouches for: it becomes a session of a role, and calls nothing else. */
    IDENTITY_PROOF;

    private static final String IAM = "iam";
    private static final String STS = "sts";
    private static final String GET_SESSION_TOKEN = "GetSessionToken";
    private static final String GET_FEDERATION_TOKEN = "GetFederationToken";
    private static final String ASSUME_ROLE = "AssumeRole";
    private static final String WITH_WEB_IDENTITY = "AssumeRoleWithWebIdentity";
    private static final String WITH_SAML = "AssumeRoleWithSAML";
    private static final String GET_CALLER_IDENTITY = "GetCallerIdentity";
    private static final String GET_SCOPED_CREDENTIALS = "GetScopedCredentials";
    private static final String GET_WEB_IDENTITY_TOKEN = "GetWebIdentityToken";

    /**
     * AWS's error for a call that credentials of a kind may not make. Immutable.
     *
     * @param code {@code InvalidClientTokenId} or {@code AccessDenied}
     * @param message the error's text
     */
    public record Barred(String code, String message) {}

    /**
     * Why an operation may not be called with such credentials; empty if it may, policies allowing.
     *
     * @param service the service that signatures name, such as {@code iam}, in any case
     * @param operation the operation's name, such as {@code GetUser}, in any case; the error spells it as given
     */
    public Optional<Barred> barred(String service, String operation) {
        if (mayCall(service, operation)) {
            return Optional.empty();
        }
        return Optional.of(
                AsciiCase.equal(service, IAM)
                        ? new Barred("InvalidClientTokenId", "The security token included in the request is invalid")
                        : new Barred("AccessDenied", "Cannot call " + operation + " with session credentials"));
    }

    private boolean mayCall(String service, String operation) {
        if (AsciiCase.equal(service, IAM)) {
            return mayCallIam();
        }
        return !AsciiCase.equal(service, STS) || mayCallSts(operation);
    }

    private boolean mayCallIam() {
        return switch (this) {
            case LONG_TERM, SIGN_IN_SESSION, ROLE_SESSION, ROOT_SESSION, USER_SESSION_WITH_MFA -> true;
            case USER_SESSION, FEDERATED_SESSION, IDENTITY_PROOF -> false;
        };
    }

    /** Temporary credentials make no others of the same kind, or a session would outlive its own end. */
    private boolean mayCallSts(String operation) {
        return switch (this) {
            case LONG_TERM -> true;
            case SIGN_IN_SESSION -> !is(operation, GET_SESSION_TOKEN);
            case ROLE_SESSION, ROOT_SESSION ->
                !is(operation, GET_SESSION_TOKEN) && !is(operation, GET_FEDERATION_TOKEN);
            case USER_SESSION, USER_SESSION_WITH_MFA ->
                is(operation, ASSUME_ROLE)
                        || is(operation, GET_CALLER_IDENTITY)
                        || is(operation, GET_SCOPED_CREDENTIALS)
                        || is(operation, GET_WEB_IDENTITY_TOKEN);
            case FEDERATED_SESSION -> is(operation, GET_CALLER_IDENTITY) || is(operation, GET_SCOPED_CREDENTIALS);
            case IDENTITY_PROOF -> is(operation, WITH_WEB_IDENTITY) || is(operation, WITH_SAML);
        };
    }

    private static boolean is(String operation, String name) {
        return AsciiCase.equal(operation, name);
    }
}
