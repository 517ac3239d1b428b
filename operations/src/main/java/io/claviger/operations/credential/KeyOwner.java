package io.claviger.operations.credential;

import io.claviger.access.Federated;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.Resource;
import io.claviger.iam.AccessKey;
import io.claviger.iam.Arns;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.NamedUser;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who owns the access keys that a request is about.
 *
 * @param id a user's unique ID, or the account's for its root user
 * @param name absent for the root user, who has none
 */
record KeyOwner(String id, @Nullable String name) {

    /** The user of this name, or the caller if there is no name; or a refusal. */
    static KeyOwner in(Reading reading, Call call, @Nullable String userName) {
        if (userName != null) {
            return of(NamedUser.in(reading, call, userName));
        }
        return switch (call.caller().principal()) {
            case RootUser root -> new KeyOwner(root.accountId(), null);
            case AssumedRole _, FederatedUser _, Federated _ -> throw NamedUser.notAUser();
            // A user who was deleted while the request was on its way is not there any more.
            case IamUser self ->
                reading.users()
                        .byId(self.userId())
                        .map(KeyOwner::of)
                        .orElseThrow(() -> NamedUser.noSuchUser(self.user().name()));
        };
    }

    private static KeyOwner of(User user) {
        return new KeyOwner(user.id(), user.name());
    }

    /**
     * Finds the owner of the key whose ID requests give; out of everybody's reach if the account has no such key. Refusals
     * name nobody, since they would show a stranger whose key it is.
     */
    static <Q> Finder<Q> ofKey(Function<Q, String> accessKeyId) {
        return (view, call, request) -> view.ask(reading -> reading.keys()
                        .byId(accessKeyId.apply(request))
                        .filter(key -> key.accountId().equals(call.accountId()))
                        .map(key -> target(reading, call, key)))
                .orElseGet(() -> nobody(call))
                .unnamed();
    }

    /** A user of no account, whom no policy and no root user reaches. */
    private static Target nobody(Call call) {
        return new Target(Resource.of(Arns.user(call.partition(), "", "/", ""), ""), null);
    }

    private static Target target(Reading reading, Call call, AccessKey key) {
        return key.isRoots()
                ? Target.arn(Arns.root(call.partition(), key.accountId()), call)
                : NamedUser.target(reading.users().byId(key.ownerId()).orElseThrow(), call);
    }
}
