package io.claviger.operations.role;

import io.claviger.access.Resource;
import io.claviger.iam.Arns;
import io.claviger.iam.InstanceProfile;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import java.util.Map;
import java.util.function.Function;

/** An instance profile of the account acted in, by the name that a request gives. */
final class NamedProfile {

    private NamedProfile() {}

    /**
     * The instance profile of this name.
     *
     * @throws Refused when there is none
     */
    static InstanceProfile in(Reading reading, Call call, String name) {
        return reading.instanceProfiles()
                .named(call.accountId(), name)
                .orElseThrow(() -> Refused.noSuchEntity("Instance Profile " + name + " cannot be found."));
    }

    /** Finds the instance profile that requests name. */
    static <Q> Finder<Q> target(Function<Q, String> name) {
        return (view, call, request) -> target(view, call, name.apply(request));
    }

    /** The instance profile of this name; one that does not exist is judged as if it stood at the root path. */
    static Target target(EntityView view, Call call, String name) {
        return view.ask(reading -> reading.instanceProfiles().named(call.accountId(), name))
                .map(profile -> new Target(
                        new Resource(profile.arn(call.partition()), profile.accountId(), profile.tags(), Map.of()),
                        "instance profile " + profile.name()))
                .orElseGet(() -> Target.shownAs(
                        Arns.instanceProfile(call.partition(), call.accountId(), "/", name),
                        "instance profile " + name,
                        call));
    }
}
