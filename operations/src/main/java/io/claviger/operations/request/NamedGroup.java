package io.claviger.operations.request;

import io.claviger.access.Resource;
import io.claviger.iam.Arns;
import io.claviger.iam.Group;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import java.util.function.Function;

/** A group of the account acted in, by the name that a request gives. */
public final class NamedGroup {

    private NamedGroup() {}

    /**
     * The group of this name.
     *
     * @throws Refused when there is none
     */
    public static Group in(Reading reading, Call call, String name) {
        return reading.groups()
                .named(call.accountId(), name)
                .orElseThrow(() -> Refused.noSuchEntity("The group with name " + name + " cannot be found."));
    }

    /** Finds the group that requests name. */
    public static <Q> Finder<Q> target(Function<Q, String> name) {
        return (view, call, request) -> target(view, call, name.apply(request));
    }

    /** The group of this name, for the gate to judge; one that does not exist is judged as if it stood at the root path. */
    public static Target target(EntityView view, Call call, String name) {
        return view.ask(reading -> reading.groups().named(call.accountId(), name))
                .map(group -> target(group, call))
                .orElseGet(() -> Target.shownAs(
                        Arns.group(call.partition(), call.accountId(), "/", name), "group " + name, call));
    }

    /** A group that exists. */
    public static Target target(Group group, Call call) {
        return new Target(Resource.of(group.arn(call.partition()), group.accountId()), "group " + group.name());
    }
}
