package io.claviger.operations.sts;

import io.claviger.access.Credential;
import io.claviger.access.Credential.Origin;
import io.claviger.access.SessionDetails;
import io.claviger.federation.oidc.TokenVerifier;
import io.claviger.iam.Role;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.EntityArn;
import io.claviger.policy.request.ContextValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * AssumeRoleWithWebIdentity: sessions of roles for those whom an identity provider of OpenID Connect vouches for. The
 * token is all that they bring; its end is not the session's.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">
 *     AssumeRoleWithWebIdentity</a>
 */
final class WebIdentitySessions {

    private final Sessions sessions;
    private final WebIdentities identities;

    WebIdentitySessions(Sessions sessions, TokenVerifier verifier) {
        this.sessions = sessions;
        this.identities = new WebIdentities(verifier);
    }

    /** Its rows of the catalog. */
    Stream<Operation<?>> operations() {
        return Stream.of(Operation.proven(
                "sts:AssumeRoleWithWebIdentity",
                AssumeRoleWithWebIdentityRequest.class,
                identities::caller,
                WebIdentitySessions::checks,
                this::assume));
    }

    private static List<Check> checks(EntityView view, Call call, AssumeRoleWithWebIdentityRequest request) {
        ProvenCaller caller = ProvenCaller.of(call);
        if (!WebIdentities.isTrusted(view, caller.principal())) {
            throw new Refused(
                    ErrorCode.INVALID_IDENTITY_TOKEN,
                    "No OpenIDConnect provider found in your account for https://"
                            + caller.principal().providerName());
        }
        Credential.Proof proof = caller.proof();
        EntityArn arn = RoleSessions.roleArn(request.roleArn());
        Map<String, ContextValue> keys = new HashMap<>();
        keys.put("sts:rolesessionname", new ContextValue.Text(request.roleSessionName()));
        if (request.durationSeconds() != null) {
            keys.put("sts:durationseconds", new ContextValue.Text(String.valueOf(request.durationSeconds())));
        }
        if (proof.sourceIdentity() != null) {
            keys.put("sts:sourceidentity", new ContextValue.Text(proof.sourceIdentity()));
        }
        if (!proof.transitiveKeys().isEmpty()) {
            keys.put("sts:transitivetagkeys", new ContextValue.Texts(proof.transitiveKeys()));
        }
        return caller.checks(
                "sts:AssumeRoleWithWebIdentity", RoleSessions.trusting(arn, RoleSessions.find(view, call, arn), keys));
    }

    @SuppressWarnings("deprecation") // the packed size, which AWS still shows
    private AssumeRoleWithWebIdentityResponse assume(Execution<AssumeRoleWithWebIdentityRequest> execution) {
        Call call = execution.call();
        AssumeRoleWithWebIdentityRequest request = execution.request();
        ProvenCaller caller = ProvenCaller.of(call);
        SessionRequest asked = caller.asked(request.policy(), request.policyArns());
        return execution.recall(view -> {
            Role role = RoleSessions.find(view, call, RoleSessions.roleArn(request.roleArn()))
                    .orElseThrow(() -> new IllegalStateException("admitted to a role that is not there"));
            SessionDetails details = caller.details(view, call, role, request.roleSessionName(), asked);
            int percent = SessionRequest.packedPercent(details);
            Credentials credentials = sessions.issue(
                    role.accountId(),
                    role.id(),
                    Origin.ASSUMED_ROLE,
                    call.time(),
                    RoleSessions.duration(role, false, request.durationSeconds()),
                    details,
                    request.minimumSessionTokenSize());
            return AssumeRoleWithWebIdentityResponse.builder()
                    .subjectFromWebIdentityToken(caller.principal().subject())
                    .audience(caller.principal().audience())
                    .provider(caller.principal().requester().provider())
                    .credentials(credentials)
                    .assumedRoleUser(RoleSessions.user(call, role, details))
                    .packedPolicySize(asked.isPacked() ? percent : null)
                    .sessionTokenSize(Sessions.size(credentials))
                    .sessionTokenUtilization(Sessions.utilization(credentials))
                    .sourceIdentity(details.sourceIdentity())
                    .build();
        });
    }
}
