package io.claviger.operations.delegation;

import io.claviger.access.Credential;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.SessionTokens;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.DelegationRequest;
import io.claviger.iam.DelegationRequest.Accepted;
import io.claviger.iam.DelegationRequest.Finalized;
import io.claviger.iam.DelegationRequest.Identity;
import io.claviger.iam.DelegationRequest.PendingApproval;
import io.claviger.iam.DelegationRequest.Rejected;
import io.claviger.iam.DelegationRequest.State;
import io.claviger.iam.ExchangeToken;
import io.claviger.iam.SecretHash;
import io.claviger.operations.delegation.NamedDelegation.Granted;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.iam.model.AcceptDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.AcceptDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.AssociateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.AssociateDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.RejectDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.RejectDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.SendDelegationTokenRequest;
import software.amazon.awssdk.services.iam.model.SendDelegationTokenResponse;
import software.amazon.awssdk.services.iam.model.UpdateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.UpdateDelegationRequestResponse;

/**
 * The steps that a delegation request takes in the account that is asked: taken, handed on, accepted or rejected, and its
 * exchange token sent.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/temporary-delegation-building-integration.html">Request
 *     states</a>
 */
public final class DelegationSteps {

    /**
     * The header in which the answer to SendDelegationToken brings the exchange token. AWS sends it to the topic of the
     * account that asked; there is no such service here.
     */
    public static final String TOKEN_HEADER = "x-claviger-exchange-token";

    /** What the root user can delegate lasts no longer. */
    private static final Duration ROOTS_LONGEST = Duration.ofHours(4);

    private final AccessKeyIds secrets;

    /** Draws the secrets of tokens from there. */
    public DelegationSteps(AccessKeyIds secrets) {
        this.secrets = secrets;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                step(
                        "iam:AssociateDelegationRequest",
                        AssociateDelegationRequestRequest.class,
                        AssociateDelegationRequestRequest::delegationRequestId,
                        Granted.OWNER,
                        DelegationSteps::associate),
                step(
                        "iam:UpdateDelegationRequest",
                        UpdateDelegationRequestRequest.class,
                        UpdateDelegationRequestRequest::delegationRequestId,
                        Granted.OWNER,
                        DelegationSteps::update),
                step(
                        "iam:AcceptDelegationRequest",
                        AcceptDelegationRequestRequest.class,
                        AcceptDelegationRequestRequest::delegationRequestId,
                        Granted.NOBODY,
                        DelegationSteps::accept),
                step(
                        "iam:RejectDelegationRequest",
                        RejectDelegationRequestRequest.class,
                        RejectDelegationRequestRequest::delegationRequestId,
                        Granted.OWNER,
                        DelegationSteps::reject),
                step(
                        "iam:SendDelegationToken",
                        SendDelegationTokenRequest.class,
                        SendDelegationTokenRequest::delegationRequestId,
                        Granted.OWNER,
                        this::send));
    }

    private static <Q extends AwsRequest> Operation<Q> step(
            String action,
            Class<Q> requestClass,
            Function<Q, String> id,
            Granted granted,
            Function<Execution<Q>, ? extends AwsResponse> execution) {
        return Operation.needing(action, requestClass, NamedDelegation.check(action, id, granted), execution);
    }

    private static AssociateDelegationRequestResponse associate(
            Execution<AssociateDelegationRequestRequest> execution) {
        Call call = execution.call();
        move(execution, execution.request().delegationRequestId(), request -> {
            if (request.owner() != null && NamedDelegation.isOwner(request, call)) {
                return request;
            }
            requireState(request, call, EnumSet.of(State.UNASSIGNED), "associated", ErrorCode.INVALID_INPUT);
            return request.takenBy(call.accountId(), identity(call, null), call.time());
        });
        return AssociateDelegationRequestResponse.builder().build();
    }

    private static UpdateDelegationRequestResponse update(Execution<UpdateDelegationRequestRequest> execution) {
        Call call = execution.call();
        String notes = execution.request().notes();
        move(execution, execution.request().delegationRequestId(), request -> {
            requireState(
                    request,
                    call,
                    EnumSet.of(State.ASSIGNED, State.PENDING_APPROVAL),
                    "updated",
                    ErrorCode.INVALID_INPUT);
            return (notes == null ? request : request.noted(notes)).at(new PendingApproval(call.time()));
        });
        return UpdateDelegationRequestResponse.builder().build();
    }

    /** AWS's model has no InvalidInput here. */
    private static AcceptDelegationRequestResponse accept(Execution<AcceptDelegationRequestRequest> execution) {
        Call call = execution.call();
        move(execution, execution.request().delegationRequestId(), request -> {
            requireState(
                    request,
                    call,
                    EnumSet.of(State.ASSIGNED, State.PENDING_APPROVAL),
                    "accepted",
                    ErrorCode.VALIDATION_ERROR);
            if (call.caller().principal() instanceof RootUser
                    && request.terms().session().compareTo(ROOTS_LONGEST) > 0) {
                throw new Refused(
                        ErrorCode.ACCESS_DENIED,
                        "The root user can only accept delegation requests with a duration of 4 hours or less.");
            }
            return request.at(new Accepted(call.time(), identity(call, session(call))));
        });
        return AcceptDelegationRequestResponse.builder().build();
    }

    private static RejectDelegationRequestResponse reject(Execution<RejectDelegationRequestRequest> execution) {
        Call call = execution.call();
        move(execution, execution.request().delegationRequestId(), request -> {
            requireState(
                    request,
                    call,
                    EnumSet.of(State.ASSIGNED, State.PENDING_APPROVAL, State.ACCEPTED),
                    "rejected",
                    ErrorCode.INVALID_INPUT);
            return request.at(new Rejected(call.time(), execution.request().notes()));
        });
        return RejectDelegationRequestResponse.builder().build();
    }

    /** The token is shown this once; the store keeps its hash. */
    private SendDelegationTokenResponse send(Execution<SendDelegationTokenRequest> execution) {
        Call call = execution.call();
        String id = execution.request().delegationRequestId();
        ExchangeToken token = new ExchangeToken(id, secrets.secret());
        move(execution, id, request -> {
            if (request.terms().onlySentByOwner() && !NamedDelegation.isOwner(request, call)) {
                throw new Refused(
                        ErrorCode.ACCESS_DENIED, "Only the owner of the delegation request can send its token.");
            }
            Accepted accepted = accepted(request, call);
            return request.at(new Finalized(call.time(), accepted.approver(), SecretHash.of(token.secret())));
        });
        var response = SendDelegationTokenResponse.builder();
        response.sdkHttpResponse(
                SdkHttpResponse.builder().putHeader(TOKEN_HEADER, token.text()).build());
        return response.build();
    }

    private static Accepted accepted(DelegationRequest request, Call call) {
        requireState(request, call, EnumSet.of(State.ACCEPTED), "sent a token for", ErrorCode.INVALID_INPUT);
        return (Accepted) request.progress();
    }

    private static void move(Execution<?> execution, String id, Function<DelegationRequest, DelegationRequest> step) {
        execution.write(writing -> {
            DelegationRequest present = NamedDelegation.held(writing, execution.call(), id);
            DelegationRequest further = step.apply(present);
            if (!further.equals(present)) {
                writing.update(further);
            }
            return further;
        });
    }

    private static void requireState(
            DelegationRequest request, Call call, Set<State> states, String done, ErrorCode code) {
        State state = request.state(call.time());
        if (!states.contains(state)) {
            throw new Refused(
                    code,
                    "The delegation request " + request.id() + " is in the state " + state + " and cannot be " + done
                            + ".");
        }
    }

    private static Identity identity(Call call, @Nullable String session) {
        return new Identity(
                call.caller().principal().userId(), call.caller().principal().arn(), session);
    }

    /** What limits the approver's session limits what is delegated. */
    private static @Nullable String session(Call call) {
        return call.caller().credential() instanceof Credential.Temporary session
                ? SessionTokens.packed(session.details())
                : null;
    }
}
