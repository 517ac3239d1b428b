package io.claviger.operations.request;

import io.claviger.access.Federated;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.Resource;
import io.claviger.iam.Arns;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A user of the account acted in, by the name that a request gives. */
public final class NamedUser {

    /** The condition key of a boundary: the one asked for, or the one that a user has. */
    public static final String PERMISSIONS_BOUNDARY = "iam:permissionsboundary";

    private NamedUser() {}

    /**
     * The user of this name.
     *
     * @throws Refused when there is none
     */
    public static User in(Reading reading, Call call, String name) {
        return reading.users().named(call.accountId(), name).orElseThrow(() -> noSuchUser(name));
    }

    /** That no user has this name. */
    public static Refused noSuchUser(String name) {
        return Refused.noSuchEntity("The user with name " + name + " cannot be found.");
    }

    /** That the caller is no user, and names none. */
    public static Refused notAUser() {
        return Refused.validation("Must specify userName when calling with non-User credentials");
    }

    /** Finds the user whom requests name. */
    public static <Q> Finder<Q> target(Function<Q, String> name) {
        return (view, call, request) -> target(view, call, name.apply(request));
    }

    /**
     * Finds the user whom requests name, with the boundary that it has: so a change of its permissions can be allowed for
     * users within a boundary only.
     */
    public static <Q> Finder<Q> targetWithBoundary(Function<Q, String> name) {
        return (view, call, request) -> {
            String named = name.apply(request);
            return view.userNamed(call.accountId(), named)
                    .map(user -> withBoundary(user, call))
                    .orElseGet(() -> absent(call, named));
        };
    }

    /** Finds the user whom requests name, or the caller if they name none. */
    public static <Q> Finder<Q> targetOrCaller(Function<Q, @Nullable String> name) {
        return (view, call, request) -> {
            String named = name.apply(request);
            if (named != null) {
                return target(view, call, named);
            }
            return switch (call.caller().principal()) {
                case IamUser self -> target(view.self(self), call);
                case RootUser root -> Target.arn(root.arn(), call);
                case AssumedRole _, FederatedUser _, Federated _ -> throw notAUser();
            };
        };
    }

    /** The user of this name, for the gate to judge. */
    public static Target target(EntityView view, Call call, String name) {
        return view.userNamed(call.accountId(), name)
                .map(user -> target(user, call))
                .orElseGet(() -> absent(call, name));
    }

    /** A user that exists. */
    public static Target target(User user, Call call) {
        return new Target(
                new Resource(user.arn(call.partition()), user.accountId(), user.tags(), Map.of()),
                "user " + user.name());
    }

    private static Target withBoundary(User user, Call call) {
        Target target = target(user, call);
        return user.boundaryArn() == null ? target : target.with(PERMISSIONS_BOUNDARY, user.boundaryArn());
    }

    /** A user that does not exist is judged as if it stood at the root path. */
    private static Target absent(Call call, String name) {
        return Target.shownAs(Arns.user(call.partition(), call.accountId(), "/", name), "user " + name, call);
    }
}
