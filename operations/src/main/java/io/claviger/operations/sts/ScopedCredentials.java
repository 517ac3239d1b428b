package io.claviger.operations.sts;

import io.claviger.access.Credential;
import io.claviger.access.Federated;
import io.claviger.access.Principal;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.SessionDetails;
import io.claviger.model.sts.GetScopedCredentialsRequest;
import io.claviger.model.sts.GetScopedCredentialsResponse;
import io.claviger.model.sts.ScopedSession;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * GetScopedCredentials: credentials of the caller's own session that may do less, or end earlier. So anyone who has
 * a session can give a part of it away.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html">GetScopedCredentials</a>
 */
final class ScopedCredentials {

    private static final int MOST_POLICIES = 3;

    private final Sessions sessions;

    ScopedCredentials(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Its rows of the catalog. */
    Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "sts:GetScopedCredentials", GetScopedCredentialsRequest.class, Finder.unnamed(), this::scoped));
    }

    private GetScopedCredentialsResponse scoped(Execution<GetScopedCredentialsRequest> execution) {
        Call call = execution.call();
        GetScopedCredentialsRequest request = execution.request();
        Principal principal = call.caller().principal();
        Credential.Temporary session = session(call);
        if (request.policy() == null && request.durationSeconds() == null) {
            throw Refused.validation("At least one of Policy and DurationSeconds must be specified.");
        }
        SessionDetails details = details(session.details(), request.policy());
        Credentials credentials = sessions.scope(
                principal.accountId(),
                ownerId(principal),
                new Credential.Temporary(
                        session.accessKeyId(),
                        session.origin(),
                        session.issuedAt(),
                        end(session, call.time(), request.durationSeconds()),
                        details),
                request.minimumSessionTokenSize());
        return GetScopedCredentialsResponse.builder()
                .credentials(credentials)
                .sessionInfo(ScopedSession.builder()
                        .scopedSessionId(principal.userId())
                        .arn(principal.arn())
                        .build())
                .sessionTokenUtilization(Sessions.utilization(credentials))
                .sessionTokenSize(Sessions.size(credentials))
                .scopedPoliciesCount(details.scopes().size())
                .sourceIdentity(details.sourceIdentity())
                .build();
    }

    /** The session that is scoped down: long-term keys have none, and the root user's may not be. */
    private static Credential.Temporary session(Call call) {
        return switch (call.caller().credential()) {
            case Credential.Temporary session when !(call.caller().principal() instanceof RootUser) -> session;
            case Credential.Temporary _, Credential.LongTerm _, Credential.Proof _ ->
                throw new Refused(
                        ErrorCode.INVALID_SUBJECT_CREDENTIALS,
                        "GetScopedCredentials must be called with the temporary credentials of a session, and not with"
                                + " those of a root user.");
        };
    }

    private static SessionDetails details(SessionDetails present, @Nullable String policy) {
        if (policy == null) {
            return present;
        }
        if (PolicyParser.parse(policy, PolicyType.SESSION) instanceof MalformedPolicy malformed) {
            throw new Refused(ErrorCode.MALFORMED_POLICY_DOCUMENT, malformed.message());
        }
        if (present.scopes().size() >= MOST_POLICIES) {
            throw new Refused(
                    ErrorCode.ACCESS_DENIED,
                    "The session already has the maximum of " + MOST_POLICIES + " scope down policies.");
        }
        return present.scopedTo(policy);
    }

    private static Instant end(Credential.Temporary session, Instant now, @Nullable Integer seconds) {
        if (seconds == null) {
            return session.expiresAt();
        }
        Instant end = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
        if (end.isAfter(session.expiresAt())) {
            throw new Refused(
                    ErrorCode.INSUFFICIENT_SESSION_LIFETIME,
                    "The requested DurationSeconds exceeds the remaining lifetime of the calling session.");
        }
        return end;
    }

    private static String ownerId(Principal principal) {
        return switch (principal) {
            case RootUser root -> root.accountId();
            case IamUser user -> user.user().id();
            case AssumedRole session -> session.role().id();
            case FederatedUser session -> session.requester().parentId();
            case Federated federated -> federated.userId();
        };
    }
}
