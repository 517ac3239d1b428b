package io.claviger.access;

import io.claviger.policy.request.CredentialKind;
import java.time.Instant;

/** By what a caller was authenticated. Immutable. */
public sealed interface Credential {

    /** The ID of the access key that signed. */
    String accessKeyId();

    /** What kind it is, which limits what may be called with it. */
    CredentialKind kind();

    /** A long-term access key. */
    record LongTerm(String accessKeyId) implements Credential {

        @Override
        public CredentialKind kind() {
            return CredentialKind.LONG_TERM;
        }
    }

    /**
     * A temporary access key, which came with a session token.
     *
     * @param origin which call made it
     * @param issuedAt the value of {@code aws:TokenIssueTime}
     * @param expiresAt the first moment at which it is refused
     * @param details what its maker said about it
     */
    record Temporary(String accessKeyId, Origin origin, Instant issuedAt, Instant expiresAt, SessionDetails details)
            implements Credential {

        /** A credential about which its maker said nothing. */
        public Temporary(String accessKeyId, Origin origin, Instant issuedAt, Instant expiresAt) {
            this(accessKeyId, origin, issuedAt, expiresAt, SessionDetails.NONE);
        }

        @Override
        public CredentialKind kind() {
            return switch (origin) {
                case SESSION_TOKEN ->
                    details.authenticatedAt() == null
                            ? CredentialKind.USER_SESSION
                            : CredentialKind.USER_SESSION_WITH_MFA;
                case ASSUMED_ROLE, CHAINED_ROLE -> CredentialKind.ROLE_SESSION;
                case FEDERATION -> CredentialKind.FEDERATED_SESSION;
                case SIGN_IN -> CredentialKind.SIGN_IN_SESSION;
                case ASSUMED_ROOT -> CredentialKind.ROOT_SESSION;
            };
        }
    }

    /** What makes temporary credentials. */
    enum Origin {
        /** GetSessionToken. */
        SESSION_TOKEN,
        /** Assuming a role. */
        ASSUMED_ROLE,
        /** Assuming a role with credentials of another role. */
        CHAINED_ROLE,
        /** GetFederationToken. */
        FEDERATION,
        /** AssumeRoot. */
        ASSUMED_ROOT,
        /** Signing in with a password. */
        SIGN_IN
    }
}
