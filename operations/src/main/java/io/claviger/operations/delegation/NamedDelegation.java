package io.claviger.operations.delegation;

import io.claviger.iam.DelegationRequest;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.Need;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A delegation request, by the ID that a request gives. An account sees those that it made, those that were made to it, and
 * those that any account may take; of all others it is as if they did not exist. Who has taken a request may manage it
 * unless a policy denies it, and anybody in the account may look at one that nobody has taken, and take it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-temporary-delegation.html#temporary-delegation-managing-permissions">Managing
 *     permissions for delegation requests</a>
 */
final class NamedDelegation {

    static final String OWNER = "iam:delegationrequestowner";

    private NamedDelegation() {}

    /** Who has a right that no policy need give. */
    enum Granted {
        /** Nobody: a policy must allow it. */
        NOBODY,
        /** Who has taken the request; anybody if nobody has. */
        OWNER
    }

    /** The check of an action on the request that requests name. */
    static <Q> Need.Permission<Q> check(String action, Function<Q, String> id, Granted granted) {
        return (view, call, request) -> {
            String named = id.apply(request);
            Optional<DelegationRequest> found = view.ask(reading -> seen(reading, call, named));
            return List.of(new Check(
                    action,
                    target(call, named, found),
                    granted == Granted.OWNER
                            && found.filter(one -> isHeld(one, call) && isOwnerOrFree(one, call))
                                    .isPresent()));
        };
    }

    private static Target target(Call call, String id, Optional<DelegationRequest> found) {
        Target target = Target.arn(DelegationRequest.arn(call.partition(), call.accountId(), id), call);
        return found.map(DelegationRequest::owner)
                .map(owner -> target.with(OWNER, owner.arn()))
                .orElse(target);
    }

    /** The request, if the account knows of it. */
    static Optional<DelegationRequest> seen(Reading reading, Call call, String id) {
        return reading.delegationRequests()
                .byId(id)
                .filter(found -> found.accountId().equals(call.accountId()) || isHeld(found, call));
    }

    /**
     * The request, for a step that the account which is asked makes.
     *
     * @throws Refused when there is none that this account may decide on
     */
    static DelegationRequest held(Reading reading, Call call, String id) {
        return reading.delegationRequests()
                .byId(id)
                .filter(found -> isHeld(found, call))
                .orElseThrow(() -> unknown(id));
    }

    static Refused unknown(String id) {
        return Refused.noSuchEntity("The delegation request with id " + id + " cannot be found.");
    }

    /** Whether the account is the one that is asked, or may become it. */
    private static boolean isHeld(DelegationRequest request, Call call) {
        return request.ownerAccountId() == null || request.ownerAccountId().equals(call.accountId());
    }

    private static boolean isOwnerOrFree(DelegationRequest request, Call call) {
        return request.owner() == null || isOwner(request, call);
    }

    /** Whether the caller has taken the request: not somebody of the same name who came later. */
    static boolean isOwner(DelegationRequest request, Call call) {
        return request.owner() != null
                && request.owner().id().equals(call.caller().principal().userId());
    }
}
