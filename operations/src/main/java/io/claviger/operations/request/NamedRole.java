package io.claviger.operations.request;

import io.claviger.access.Resource;
import io.claviger.iam.Arns;
import io.claviger.iam.Role;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import java.util.Map;
import java.util.function.Function;

/** A role of the account acted in, by the name that a request gives. */
public final class NamedRole {

    private NamedRole() {}

    /**
     * The role of this name.
     *
     * @throws Refused when there is none
     */
    public static Role in(Reading reading, Call call, String name) {
        return reading.roles()
                .named(call.accountId(), name)
                .orElseThrow(() -> Refused.noSuchEntity("The role with name " + name + " cannot be found."));
    }

    /**
     * The role of this name, for a change that its owner makes.
     *
     * @throws Refused when there is none, or a service alone may change it
     */
    public static Role toChange(Reading reading, Call call, String name) {
        Role role = in(reading, call, name);
        if (role.isServiceLinked()) {
            throw new Refused(
                    ErrorCode.UNMODIFIABLE_ENTITY,
                    "Cannot perform the operation on the protected role '" + role.name()
                            + "' - this role is only modifiable by AWS");
        }
        return role;
    }

    /** Finds the role that requests name. */
    public static <Q> Finder<Q> target(Function<Q, String> name) {
        return (view, call, request) -> target(view, call, name.apply(request));
    }

    /**
     * Finds the role that requests name, with the boundary that it has: so what changes the role or its permissions can be
     * allowed for roles within a boundary only.
     */
    public static <Q> Finder<Q> targetWithBoundary(Function<Q, String> name) {
        return (view, call, request) -> {
            String named = name.apply(request);
            return view.ask(reading -> reading.roles().named(call.accountId(), named))
                    .map(role -> withBoundary(role, call))
                    .orElseGet(() -> absent(call, named));
        };
    }

    /** The role of this name, for the gate to judge. */
    public static Target target(EntityView view, Call call, String name) {
        return view.ask(reading -> reading.roles().named(call.accountId(), name))
                .map(role -> target(role, call))
                .orElseGet(() -> absent(call, name));
    }

    /** A role that exists. */
    public static Target target(Role role, Call call) {
        return new Target(
                new Resource(role.arn(call.partition()), role.accountId(), role.tags(), Map.of()),
                "role " + role.name());
    }

    private static Target withBoundary(Role role, Call call) {
        Target target = target(role, call);
        return role.boundaryArn() == null ? target : target.with(NamedUser.PERMISSIONS_BOUNDARY, role.boundaryArn());
    }

    /** A role that does not exist is judged as if it stood at the root path. */
    private static Target absent(Call call, String name) {
        return Target.shownAs(Arns.role(call.partition(), call.accountId(), "/", name), "role " + name, call);
    }
}
