package io.claviger.operations;

import io.claviger.iam.access.Credential;
import io.claviger.iam.access.Credential.Origin;
import io.claviger.iam.access.Principal.IamUser;
import io.claviger.iam.access.Principal.RootUser;
import io.claviger.policy.decision.DenialText;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Decides whether a caller may have an operation done, and alone makes the {@link Permit} to do it. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class Gate {

    /** What credentials from GetSessionToken may do without a second factor: nothing in IAM, and in STS only this. */
    private static final Set<String> ALLOWED_TO_SESSION_TOKENS = Set.of("AssumeRole", "GetCallerIdentity");

    /** Temporary credentials never make others of the same kind, or a session would outlive its own end. */
    private static final String MAKES_SESSIONS = "GetSessionToken";

    private final Targets targets;

    /** A gate that judges by what these targets show. */
    Gate(Targets targets) {
        this.targets = targets;
    }

    /** Admits the request, or tells why not. Never throws for lack of a right; what the store throws, it throws on. */
    public <Q extends AwsRequest> Admission admit(Call call, Operation<Q> operation, Q request) {
        Optional<Denied> barred = barredByCredential(call.caller().credential(), operation);
        if (barred.isPresent()) {
            return barred.get();
        }
        return switch (operation.need()) {
            case Need.SignatureOnly<Q> _ ->
                new Permit(new Judgement(call, _ -> List.of(), List.of()), () -> operation.execute(call, request));
            case Need.Permission<Q> permission -> {
                List<Check> checks = permission.checks(targets, call, request);
                yield denial(call, checks)
                        .<Admission>map(denied -> denied)
                        .orElseGet(() -> new Permit(
                                new Judgement(call, seen -> permission.checks(seen, call, request), checks),
                                () -> operation.execute(call, request)));
            }
        };
    }

    /** Why the caller may not have all of these done; empty when they may. */
    static Optional<Denied> denial(Call call, List<Check> checks) {
        if (checks.isEmpty()) {
            throw new IllegalStateException("no check at all allows nothing");
        }
        for (Check check : checks) {
            Optional<Denied> denied = denial(call, check);
            if (denied.isPresent()) {
                return denied;
            }
        }
        return Optional.empty();
    }

    private static Optional<Denied> barredByCredential(Credential credential, Operation<?> operation) {
        return switch (credential) {
            case Credential.LongTerm _ -> Optional.empty();
            case Credential.Temporary temporary
            when temporary.origin() == Origin.SIGN_IN && !operation.name().equals(MAKES_SESSIONS) -> Optional.empty();
            case Credential.Temporary _
            when operation.service().equals("iam") ->
                Optional.of(new Denied(
                        ErrorCode.INVALID_CLIENT_TOKEN_ID, "The security token included in the request is invalid"));
            case Credential.Temporary _ ->
                ALLOWED_TO_SESSION_TOKENS.contains(operation.name())
                        ? Optional.empty()
                        : Optional.of(new Denied(
                                ErrorCode.ACCESS_DENIED,
                                "Cannot call " + operation.name() + " with session credentials"));
        };
    }

    private static Optional<Denied> denial(Call call, Check check) {
        if (!mayBeReached(call.accountId(), check)) {
            // Another account's resource, or one of AWS's own: no identity policy, not even root's power, reaches it.
            return Optional.of(denied(call, check, new ImplicitlyDenied(PolicyType.IDENTITY)));
        }
        return switch (call.caller().principal()) {
            case RootUser _ -> Optional.empty();
            case IamUser user -> {
                Target target = check.target();
                Decision decision = user.policies()
                        .decide(new AuthorizationRequest(
                                check.action(), target.resource(), new ConditionKeys(call, target)));
                yield switch (decision) {
                    case Allowed _ -> Optional.empty();
                    case Decision.Denied denied -> Optional.of(denied(call, check, denied));
                };
            }
        };
    }

    /** Whether the resource is the account's own, or one of AWS's that the action only reads. */
    private static boolean mayBeReached(String accountId, Check check) {
        String resource = check.target().resource();
        if (resource.equals("*") || resource.startsWith("arn:aws:iam::" + accountId + ":")) {
            return true;
        }
        String name = check.action().substring(check.action().indexOf(':') + 1);
        return resource.startsWith("arn:aws:iam::aws:") && (name.startsWith("Get") || name.startsWith("List"));
    }

    private static Denied denied(Call call, Check check, Decision.Denied decision) {
        return new Denied(
                ErrorCode.ACCESS_DENIED,
                DenialText.message(
                        call.caller().principal().arn(),
                        check.action(),
                        check.target().shown(),
                        decision));
    }
}
