package io.claviger.access;

import io.claviger.iam.Tag;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.CredentialKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By what a caller was authenticated. Immutable. */
public sealed interface Credential {

    /** What kind it is, which limits what may be called with it. */
    CredentialKind kind();

    /** An access key, which signs requests. */
    sealed interface Key extends Credential {

        /** The ID of the access key that signed. */
        String accessKeyId();
    }

    /**
     * What an identity provider vouches for, verified. It comes in the request itself, which nobody signs.
     *
     * @param keys the condition keys that it adds, by their lower-case names
     * @param tags what the provider wants the session to be tagged with
     * @param transitiveKeys the keys of those tags that later sessions are to inherit
     * @param sourceIdentity who is behind the session, if the provider says so
     * @param lasting what the session keeps of it
     */
    record Proof(
            Map<String, ContextValue> keys,
            List<Tag> tags,
            List<String> transitiveKeys,
            @Nullable String sourceIdentity,
            SessionDetails.Federation lasting)
            implements Credential {

        /** Copies keys, tags and transitive keys. */
        public Proof {
            keys = Map.copyOf(keys);
            tags = List.copyOf(tags);
            transitiveKeys = List.copyOf(transitiveKeys);
        }

        @Override
        public CredentialKind kind() {
            return CredentialKind.IDENTITY_PROOF;
        }
    }

    /**
     * A long-term access key.
     *
     * @param end when it ends by itself; null for never
     */
    record LongTerm(String accessKeyId, @Nullable KeyEnd end) implements Key {

        /** A key that never ends by itself. */
        public LongTerm(String accessKeyId) {
            this(accessKeyId, null);
        }

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
            implements Key {

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
                case ASSUMED_ROLE, CHAINED_ROLE, DELEGATION -> CredentialKind.ROLE_SESSION;
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
        /** GetDelegatedAccessToken: for another account, with the rights of somebody who approved. */
        DELEGATION,
        /** Signing in with a password. */
        SIGN_IN
    }
}
